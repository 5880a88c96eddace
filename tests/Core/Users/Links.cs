using System.Text.RegularExpressions;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Core.Users;

/// <summary>Reads the secret out of a letter, as its receiver would.</summary>
internal static partial class Links
{
    public static async Task<string> SecretAsync(CoreTest test, string template)
    {
        var mail = await test.Db.Mail.AsNoTracking().Where(m => m.Template == template).OrderByDescending(m => m.CreatedAt).FirstAsync();
        return Secret().Match(mail.Text).Groups[1].Value;
    }

    [GeneratedRegex(@"nyckel=([\w-]+)")]
    private static partial Regex Secret();
}
