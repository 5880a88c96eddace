using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Core.Post.Outbox;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EnVagUt.Web.Hosting;

/// <summary>Connects core's jobs to the engine, and its letters to the transport, that this portal was built with.</summary>
internal static class JobsAndMail
{
    public static void AddJobsAndMail(this WebApplicationBuilder builder)
    {
        builder.AddTransport();
        builder.Services.Configure<JobSettings>(builder.Configuration.GetSection("Jobs"));
        builder.Services.Configure<MailSettings>(builder.Configuration.GetSection("Mail"));
        var jobs = builder.Configuration.GetSection("Jobs").Get<JobSettings>() ?? new JobSettings();
        if (!jobs.Enabled)
            return;
        builder.Services.AddScoped<IInterceptor, OutboxPoke>();
        builder.AddJobEngine(jobs);
        builder.Services.AddHostedService<JobPump>();
    }

    private static void AddTransport(this WebApplicationBuilder builder)
    {
        var smtp = builder.Configuration.GetSection("Smtp").Get<SmtpSettings>() ?? new SmtpSettings();
        if (smtp.ToFolder ?? (smtp.Host.Length == 0 && !builder.Environment.IsProduction()))
        {
            var folder = Directory.CreateDirectory(Path.Combine(builder.Configuration.DataFolder(), "mail")).FullName;
            builder.Services.AddSingleton<IMailTransport>(s => new PickupFolder(smtp, folder, s.GetRequiredService<TimeProvider>()));
            return;
        }
        smtp.Check((builder.Configuration.GetSection("Mail").Get<MailSettings>() ?? new MailSettings()).Lease);
        var transport = MailTransport.Create(smtp);
        builder.Services.AddSingleton(transport);
        // A letter on its way when the server is stopped is awaited.
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(2 * smtp.TimeoutSeconds + 15));
    }
}
