using System.Diagnostics;
using System.Globalization;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Post.Jobs;
using EnVagUt.Core.Post.Mail;
using EnVagUt.Core.Post.Outbox;
using EnVagUt.Tests.Common;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace EnVagUt.Tests.Bench;

/// <summary>
/// Letters a second through the outbox, each with its own settled commit, against a bare MailKit loop on one connection and
/// against the outbox with a connection for every letter. The same letters to the same mail server, rounds taken in turn;
/// writing the letters is not timed. Printed, never asserted, but every letter must have come exactly once.
/// </summary>
internal static class MailBench
{
    private const int Rounds = 5;
    private const int LettersARound = 2_000;
    // A letter with a connection of its own takes much longer, so fewer are as steady.
    private const int OldARound = 200;
    // Until the compiler is done with what is run for each letter.
    private const int WarmUp = 500;
    private const double Target = 0.6;

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
            var route = host.Services.GetRequiredService<MailRoute>();
            var old = route with { Open = () => new OneForEach(route) };
            await OutboxAsync(host, database, route, WarmUp);
            await BareAsync(peer.Port, WarmUp);
            await OutboxAsync(host, database, old, WarmUp);
            var (ours, bare, before) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                ours.Add(LettersARound / (await OutboxAsync(host, database, route, LettersARound)).TotalSeconds);
                bare.Add(LettersARound / (await BareAsync(peer.Port, LettersARound)).TotalSeconds);
                before.Add(OldARound / (await OutboxAsync(host, database, old, OldARound)).TotalSeconds);
            }
            var all = 3 * WarmUp + Rounds * (2 * LettersARound + OldARound);
            await peer.WaitForAsync(all);
            if (peer.Mails.Select(m => m.MessageId).Distinct().Count() != all || peer.Mails.Count != all)
                throw new InvalidOperationException("A letter came twice, or not at all.");
            return string.Create(CultureInfo.InvariantCulture,
                $"bench mail ratio={Median(ours) / Median(bare):0.00} ours={Shown(ours)} reference={Shown(bare)} ({Rounds * LettersARound} letters each) higher is better, target {Target:0.0}; with a connection for every letter {Shown(before)} ({Rounds * OldARound} letters), ours is {Median(ours) / Median(before):0.0} times that");
        }
        finally
        {
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<TimeSpan> OutboxAsync(Host host, TestDb database, MailRoute route, int count)
    {
        await using (var db = database.Open())
        {
            for (var i = 0; i < count; i++)
                db.Mail.Add(new OutgoingMail($"{Guid.NewGuid():N}", "prov", "anna@exempel.se", "En plats väntar på svar", Text, $"<p>{Text}</p>", DateTime.UtcNow));
            await db.SaveChangesAsync();
        }
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().BecomeJob();
        var job = ActivatorUtilities.CreateInstance<OutboxJob>(scope.ServiceProvider, route);
        var clock = Stopwatch.StartNew();
        await job.RunAsync(new JobContext(Schedules.Outbox, "", DateOnly.FromDateTime(DateTime.UtcNow), null), CancellationToken.None);
        var took = clock.Elapsed;
        await using var after = database.Open();
        return await after.Mail.AnyAsync(m => m.State != MailState.Sent) ? throw new InvalidOperationException("A letter was not sent.") : took;
    }

    private static async Task<TimeSpan> BareAsync(int port, int count)
    {
        var clock = Stopwatch.StartNew();
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None);
        for (var i = 0; i < count; i++)
        {
            using var message = new MimeMessage { Subject = "En plats väntar på svar", MessageId = $"{Guid.NewGuid():N}@exempel.se" };
            message.From.Add(MailboxAddress.Parse("AME <ame@exempel.se>"));
            message.To.Add(MailboxAddress.Parse("anna@exempel.se"));
            message.Body = new BodyBuilder
            {
                TextBody = Text,
                HtmlBody = $"<!DOCTYPE html>\n<html lang=\"sv\"><head><meta charset=\"utf-8\"><title>En plats väntar på svar</title></head>\n<body>\n<p>{Text}</p></body></html>\n",
            }.ToMessageBody();
            await client.SendAsync(message);
        }
        await client.DisconnectAsync(true);
        return clock.Elapsed;
    }

    private static string Shown(List<double> values) => string.Create(CultureInfo.InvariantCulture, $"{Median(values):0}/s ({values.Min():0}-{values.Max():0})");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>As it was before letters shared a connection.</summary>
    private sealed class OneForEach(MailRoute route) : MailConnection
    {
        public override async Task SendAsync(MailToSend mail, CancellationToken ct)
        {
            await using var own = route.Open();
            await own.SendAsync(mail, ct);
        }
    }

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
