using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Web.Hosting;

/// <summary>How letters leave.</summary>
internal static class MailSetup
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<MailSettings>(builder.Configuration.GetSection("Mail"));
        var smtp = builder.Configuration.GetSection("Smtp").Get<SmtpSettings>() ?? new SmtpSettings();
        if (smtp.ToFolder ?? (smtp.Host.Length == 0 && !builder.Environment.IsProduction()))
        {
            var folder = Directory.CreateDirectory(Path.Combine(builder.Configuration.DataFolder(), "mail")).FullName;
            builder.Services.AddSingleton(s => new MailRoute("filer i mappen mail", () => new PickupFolder(smtp, folder, s.GetRequiredService<TimeProvider>())));
            return;
        }
        smtp.Check((builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings()).Lease);
        builder.Services.AddSingleton(new MailRoute($"mejlservern {smtp.Host}", () => new SmtpConnection(smtp)));
        // A letter on its way when the server is stopped is awaited.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(smtp.TimeoutSeconds + 30));
    }
}
