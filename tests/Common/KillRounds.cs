using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Tests.Common;

/// <param name="Kills">Of senders; a round with two portals has two.</param>
/// <param name="Hits">Kills that broke a letter off between the beginning of its text and the sender's reading the yes.</param>
/// <param name="TakenHits">Those of them whose letter the mail server had taken, so that it had to come twice.</param>
/// <param name="Lost">Letters that never came.</param>
/// <param name="Duplicates">Letters that came once more than needed, by Message-ID.</param>
public sealed record KillFigures(int Letters, int Kills, int Hits, int TakenHits, int Lost, int Unfinished, int Duplicates)
{
    public override string ToString() =>
        $"{Letters} letters, {Kills} kills, {Hits} in the middle of a letter ({TakenHits} after it was taken), {Lost} lost, {Unfinished} not finished, {Duplicates} duplicates";

    /// <summary>Nothing lost, and at most one duplicate for each sender that was killed.</summary>
    public bool Holds => Lost == 0 && Unfinished == 0 && Duplicates <= Kills && Hits * 2 >= Kills;
}

/// <summary>
/// Real portals send to a real mail server and are killed with signal 9, round after round. In three rounds of four the kill
/// waits until the server is inside a letter; in every third round two portals work side by side.
/// </summary>
public sealed class KillRounds(int rounds, int seed)
{
    private const int LettersARound = 80;

    // Shorter than the sender's time limit, and long enough to be met on a busy machine.
    private const int HoldMs = 3_500;

    private readonly Random _random = new(seed);

    public async Task<KillFigures> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("envagut-kills-").FullName;
        var database = TestDb.InFile(Path.Combine(folder, "envagut.db"));
        await using var peer = await SmtpPeer.StartAsync();
        try
        {
            var kills = 0;
            for (var round = 0; round < rounds; round++)
            {
                await WriteAsync(database, round);
                kills += await RoundAsync(folder, peer, round);
            }
            var hits = peer.Broken.ToList();
            await peer.PauseAsync(0, 0);
            await using (await PortalProcess.StartAsync(folder, Settings(peer)))
                await UntilAsync(async () => await UnfinishedAsync(database) == 0);
            return await JudgeAsync(database, peer, kills, hits);
        }
        finally
        {
            await database.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> RoundAsync(string folder, SmtpPeer peer, int round)
    {
        var (waits, senders) = (round % 4 != 3, round % 3 == 1 ? 2 : 1);
        var (began, broken) = (peer.Began.Count, peer.Broken.Count);
        var isTaken = _random.Next(2) == 0;
        await (waits ? peer.PauseAsync(isTaken ? 0 : HoldMs, isTaken ? HoldMs : 0, free: _random.Next(25)) : peer.PauseAsync(0, 0));
        // Side by side, so that both are inside a letter at about the same time.
        var starting = Enumerable.Range(1, senders).Select(i => PortalProcess.StartAsync(folder, Settings(peer))).ToList();
        await using var portal = await starting[0];
        await using var other = senders == 2 ? await starting[1] : null;
        if (waits)
            await UntilAsync(() => Task.FromResult(peer.Began.Count >= began + senders), 1);
        else
            await Task.Delay(_random.Next(400));
        await Task.WhenAll(portal.KillAsync(), other?.KillAsync() ?? Task.CompletedTask);
        if (waits)
            await UntilAsync(() => Task.FromResult(peer.Broken.Count >= broken + senders), seconds: 5);
        return senders;
    }

    private static Dictionary<string, string> Settings(SmtpPeer peer) => new()
    {
        ["Smtp__Host"] = "127.0.0.1", ["Smtp__Port"] = $"{peer.Port}", ["Smtp__Tls"] = "None", ["Smtp__TimeoutSeconds"] = "4",
        ["Mail__Lease"] = "00:00:09", ["Jobs__Poll"] = "00:00:02", ["Jobs__Lease"] = "00:00:02",
    };

    private static async Task WriteAsync(TestDb database, int round)
    {
        await using var db = database.Open();
        for (var i = 0; i < LettersARound; i++)
            db.Mail.Add(new OutgoingMail($"{round}/{i}", "prov", $"r{round}n{i}@exempel.se", "Hej", "Hej", "<p>Hej</p>", DateTime.UtcNow));
        await db.SaveChangesAsync();
    }

    private static async Task<int> UnfinishedAsync(TestDb database)
    {
        await using var db = database.Open();
        return await db.Mail.CountAsync(m => m.State != MailState.Sent);
    }

    private static async Task<KillFigures> JudgeAsync(TestDb database, SmtpPeer peer, int kills, List<BrokenMail> hits)
    {
        await using var db = database.Open();
        var written = await db.Mail.Select(m => m.Id).ToListAsync();
        var came = peer.Mails.GroupBy(m => m.MessageId.Split('@')[0]).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return new KillFigures(written.Count, kills, hits.Count, hits.Count(h => h.Taken),
            written.Count(id => !came.ContainsKey(id.ToString("N"))), await UnfinishedAsync(database),
            came.Values.Sum(n => n - 1));
    }

    private static async Task UntilAsync(Func<Task<bool>> happened, int everyMs = 100, int seconds = 200)
    {
        for (var until = DateTime.UtcNow.AddSeconds(seconds); !await happened();)
        {
            if (DateTime.UtcNow > until)
                return;
            await Task.Delay(everyMs);
        }
    }
}
