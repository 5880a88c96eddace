using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EnVagUt.Tests.Web.Mail;

/// <summary>The portal with the mail settings that are given; the test says when it sends.</summary>
internal sealed class MailApp(Dictionary<string, string> settings) : PortalApp
{
    public string MailFolder => Path.Combine(Services.GetRequiredService<IConfiguration>()["ENVAGUT_DATA"]!, "mail");

    public Task<Guid> WriteAsync(string to, string subject, bool withFile = false) => InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var now = Clock.GetUtcNow().UtcDateTime;
        var file = new FrozenDocument("årsrapport.txt", "text/plain", "hej\n"u8.ToArray(), now);
        if (withFile)
            db.Add(file);
        var mail = new OutgoingMail($"prov/{to}", "prov", to, subject, "Hej!\n\nÅäö ÅÄÖ é.\n", "<p>Hej!</p>\n<p>Åäö ÅÄÖ é.</p>\n", now,
            documentId: withFile ? file.Id : null);
        db.Mail.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    });

    public Task SendAsync() => Services.GetRequiredService<JobExecutor>().ExecuteAsync(Schedules.Outbox, null, CancellationToken.None);

    public Task<OutgoingMail> ReadAsync(Guid id) => ReadAsync(db => db.Mail.AsNoTracking().SingleAsync(m => m.Id == id));

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
    }
}
