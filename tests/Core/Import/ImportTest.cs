using System.Text;
using EnVagUt.Core.Desk.Import;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Tests.Common;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Tests.Core.Import;

/// <summary>A municipality with a number of its own, and files that are only text.</summary>
internal static class ImportTest
{
    public const string Municipality = "212000-9994";

    public static Task<CoreTest> StartAsync() =>
        CoreTest.StartAsync(s => s.AddSingleton(new Municipality { Name = "Lindköpings kommun", OrgNumber = Municipality }));

    /// <summary>Uploads and reads in, each in a scope of its own as two requests would.</summary>
    public static async Task<ImportCounts> ReadInAsync(this CoreTest t, ImportKind kind, string text)
    {
        t.NewScope();
        var id = await t.Get<ImportService>().UploadAsync(kind, "fil.csv", Encoding.UTF8.GetBytes(text), default);
        t.NewScope();
        return await t.Get<ImportService>().CommitAsync(id, default);
    }

    public static async Task<ImportPreview> PreviewAsync(this CoreTest t, ImportKind kind, string text)
    {
        t.NewScope();
        var imports = t.Get<ImportService>();
        return await imports.PreviewAsync(await imports.UploadAsync(kind, "fil.csv", Encoding.UTF8.GetBytes(text), default), default);
    }
}
