using System.Security.Cryptography.X509Certificates;
using EnVagUt.Core.Ground.Data;
using Microsoft.AspNetCore.DataProtection;

namespace EnVagUt.Web.Hosting;

internal static class DataProtectionSetup
{
    /// <summary>
    /// In Production the keys are encrypted with a certificate (DataProtection:CertificatePath, a PKCS #12 file, and
    /// DataProtection:Password). Without one the portal does not start, unless DataProtection:AllowUnprotected is true.
    /// </summary>
    public static void AddDataProtectionKeys(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("DataProtection");
        var protection = builder.Services.AddDataProtection().SetApplicationName("EnVagUt").PersistKeysToDbContext<AppDb>();
        if (settings["CertificatePath"] is { Length: > 0 } path)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, settings["Password"]));
        else if (builder.Environment.IsProduction() && !settings.GetValue<bool>("AllowUnprotected"))
            throw new InvalidOperationException(
                "DataProtection:CertificatePath is not set: the keys that protect sign-ins would lie readable in the database. "
                + "Give a PKCS #12 file and its password (DataProtection:Password), or set DataProtection:AllowUnprotected to true.");
        else if (!builder.Environment.IsProduction())
            // It warns of keys without a certificate, which outside Production is as it shall be.
            builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }
}
