using System.Diagnostics;
using System.Globalization;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Tests.Common;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Bench;

/// <summary>
/// Letters a second through the outbox, against a bare loop over the same transport with the same letters to the same mail
/// server. Rounds are taken in turn; writing the letters is not timed. Printed, never asserted, but every letter must have
/// come exactly once.
/// </summary>
internal static class MailBench
{
    private const int Rounds = 5;
    private const int LettersARound = 2_000;
    // A letter takes tens of milliseconds with its connection, so the reference needs fewer to be as steady.
    private const int ReferenceARound = 500;
    private const int WarmUp = 100;
    private const double Target = 0.8;

    // As long as a usual letter of the portal.
    private static readonly string Text = string.Join("\n\n", Enumerable.Repeat("Hej! En plats hos er är ledig och väntar på svar. Läs mer och svara i portalen.", 8));

    public static async Task<string> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("envagut-mail-").FullName;
        var database = TestDb.InFile(Path.Combine(folder, "envagut.db"));
        await using var peer = await SmtpPeer.StartAsync();
        try
        {
            await using var host = new Host(folder, peer.Port);
            await OursAsync(host, database, WarmUp);
            await ReferenceAsync(host, WarmUp);
            var (ours, reference) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                ours.Add(LettersARound / (await OursAsync(host, database, LettersARound)).TotalSeconds);
                reference.Add(ReferenceARound / (await ReferenceAsync(host, ReferenceARound)).TotalSeconds);
            }
            var all = 2 * WarmUp + Rounds * (LettersARound + ReferenceARound);
            await peer.WaitForAsync(all);
            if (peer.Mails.Select(m => m.MessageId).Distinct().Count() != all || peer.Mails.Count != all)
                throw new InvalidOperationException("A letter came twice, or not at all.");
            return string.Create(CultureInfo.InvariantCulture,
                $"bench mail ratio={Median(ours) / Median(reference):0.00} ours={Median(ours):0}/s ({ours.Min():0}-{ours.Max():0}) reference={Median(reference):0}/s ({reference.Min():0}-{reference.Max():0}) higher is better, target {Target:0.0}");
        }
        finally
        {
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> OursAsync(Host host, TestDb database, int count)
    {
        await using (var db = database.Open())
        {
            for (var i = 0; i < count; i++)
                db.Mail.Add(new OutgoingMail($"{Guid.NewGuid():N}", "prov", "anna@exempel.se", "En plats väntar på svar", Text, $"<p>{Text}</p>", DateTime.UtcNow));
            await db.SaveChangesAsync();
        }
        var clock = Stopwatch.StartNew();
        await host.Services.GetRequiredService<JobExecutor>().ExecuteAsync(Schedules.Outbox, null, CancellationToken.None);
        var took = clock.Elapsed;
        await using var after = database.Open();
        return await after.Mail.AnyAsync(m => m.State != MailState.Sent) ? throw new InvalidOperationException("A letter was not sent.") : took;
    }

    private static async Task<TimeSpan> ReferenceAsync(Host host, int count)
    {
        var transport = host.Services.GetRequiredService<IMailTransport>();
        var letters = Enumerable.Range(0, count).Select(_ => new MailToSend($"{Guid.NewGuid():N}", "anna@exempel.se", "En plats väntar på svar", Text,
            $"<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\"><title>En plats väntar på svar</title></head>\n<body>\n<p>{Text}</p></body></html>\n", [])).ToList();
        var clock = Stopwatch.StartNew();
        foreach (var letter in letters)
            await transport.SendAsync(letter, CancellationToken.None);
        return clock.Elapsed;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private sealed class Host(string folder, int port) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Testing");
            builder.UseSetting("ENVAGUT_DATA", folder);
            builder.UseSetting("Jobs:Enabled", "false");
            builder.UseSetting("Smtp:Host", "127.0.0.1");
            builder.UseSetting("Smtp:Port", $"{port}");
            builder.UseSetting("Smtp:Tls", "None");
            foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore" })
                builder.UseSetting($"Logging:LogLevel:{category}", "Error");
        }
    }
}
