using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Web.Account;

/// <summary>Keys, addresses and limits: what the host decides about signing in.</summary>
public class HostingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_keys_lie_in_the_database_encrypted_with_the_certificate()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("envagut-cert-").FullName, "keys.pfx");
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=envagut", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
            await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pkcs12, "hemligt"), Ct);
        }
        await using var app = new SettingsApp(("DataProtection:CertificatePath", path), ("DataProtection:Password", "hemligt"));
        var protector = app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
        Assert.Equal("text", protector.Unprotect(protector.Protect("text")));

        var stored = await app.ReadAsync(db => db.DataProtectionKeys.Select(k => k.Xml).ToListAsync(Ct));
        Assert.Contains("EncryptedData", Assert.Single(stored), StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", stored[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_production_the_portal_does_not_start_without_a_certificate_or_an_address()
    {
        await using var noCertificate = new SettingsApp(("environment", "Production"), ("Portal:Address", "https://vagin.exempel.se"));
        Assert.Contains("DataProtection:CertificatePath", Assert.ThrowsAny<Exception>(() => noCertificate.Services).Message, StringComparison.Ordinal);
        await using var noAddress = new SettingsApp(("environment", "Production"), ("DataProtection:AllowUnprotected", "true"));
        Assert.Contains("Portal:Address", Assert.ThrowsAny<Exception>(() => noAddress.Services).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_have_to_wait()
    {
        await using var app = new SettingsApp(("RateLimits:SignInPerMinute", "3"));
        using var client = app.Visitor();
        var page = await client.GetPageAsync("/konto/logga-in");
        var answers = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            using var response = await client.PostFormAsync(page, "/konto/logga-in", Accounts.Fields(("Email", Accounts.NewEmail()), ("Password", "fel")));
            answers.Add((int)response.StatusCode);
        }
        Assert.Equal([422, 422, 422, 429], answers);
        await client.GetPageAsync("/konto/logga-in");
    }

    [Fact]
    public async Task An_empty_portal_invites_the_administrator_it_is_told_to()
    {
        await using var app = new SettingsApp(("Portal:FirstAdministrator", "forst@exempel.se"), ("Portal:Address", "https://vagin.exempel.se"));
        var letter = await app.ReadAsync(db => db.Mail.SingleAsync(m => m.To == "forst@exempel.se", Ct));
        Assert.Contains("https://vagin.exempel.se/konto/inbjudan?nyckel=", letter.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ReadAsync(db => db.RoleGrants.CountAsync(g => g.Role == Role.Administrator, Ct)));
    }

    private sealed class SettingsApp(params (string Name, string Value)[] settings) : PortalApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
        }
    }
}
