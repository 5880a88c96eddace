using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Hosting;

/// <summary>Keeps the framework's keys in our database: the package that does it is not needed for two methods.</summary>
internal sealed class DataProtectionKeys(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. Db(scope).DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    // The framework asks synchronously; there is no synchronization context to block.
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = Db(scope);
        db.DataProtectionKeys.Add(new DataProtectionKey(friendlyName, element.ToString(SaveOptions.DisableFormatting), clock.UtcNow()));
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }

    private static AppDb Db(IServiceScope scope)
    {
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        return scope.ServiceProvider.GetRequiredService<AppDb>();
    }
}

internal static class DataProtectionSetup
{
    /// <summary>
    /// In Production the keys are encrypted with a certificate (DataProtection:CertificatePath, a PKCS #12 file, and
    /// DataProtection:Password). Without one the portal does not start, unless DataProtection:AllowUnprotected is true.
    /// </summary>
    public static void AddDataProtectionKeys(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("DataProtection");
        var protection = builder.Services.AddDataProtection().SetApplicationName("EnVagUt");
        builder.Services.AddSingleton<DataProtectionKeys>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeys>((o, keys) => o.XmlRepository = keys);
        if (settings["CertificatePath"] is { Length: > 0 } path)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, settings["Password"]));
        else if (builder.Environment.IsProduction() && !settings.GetValue<bool>("AllowUnprotected"))
            throw new InvalidOperationException(
                "DataProtection:CertificatePath is not set: the keys that protect sign-ins would lie readable in the database. "
                + "Give a PKCS #12 file and its password (DataProtection:Password), or set DataProtection:AllowUnprotected to true.");
    }
}
