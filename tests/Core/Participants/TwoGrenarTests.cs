using System.Globalization;
using System.Numerics;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

/// <summary>Two grenar and one number: whatever one of them does, and in whatever order, nothing that the other has changes.</summary>
public class TwoGrenarTests
{
    private const int Steps = 3;
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly Verksamhetsgren[] Grenar = [Verksamhetsgren.Arbetsmarknad, Verksamhetsgren.Kaa];

    /// <summary>A bit for each of six steps: whose it is. All twenty ways in which two times three can be laid together.</summary>
    public static TheoryData<int> Interleavings => [.. Enumerable.Range(0, 1 << (2 * Steps)).Where(order => BitOperations.PopCount((uint)order) == Steps)];

    [Theory]
    [MemberData(nameof(Interleavings))]
    public async Task Register_describe_and_close_in_one_gren_change_no_row_of_the_other(int order)
    {
        await using var t = await CoreTest.StartAsync();
        var done = new int[2];
        for (var i = 0; i < 2 * Steps; i++)
        {
            var (who, other) = (order >> i & 1, 1 - (order >> i & 1));
            var before = await RowsAsync(t, Grenar[other]);
            await StepAsync(t, Grenar[who], done[who]++);
            Assert.Equal(before, await RowsAsync(t, Grenar[other]));
        }

        Assert.Equal(Grenar.Select(g => $"{g}2 {ExitReason.Studies}"), await t.Db.Participants.IgnoreQueryFilters().OrderBy(p => p.Gren)
            .Select(p => p.FirstName + " " + p.ClosedBecause).ToListAsync(Ct));
        Assert.Equal(1, await t.Db.Persons.CountAsync(Ct));
    }

    [Theory]
    [MemberData(nameof(Interleavings))]
    public async Task Protected_anywhere_among_them_the_person_is_nobodys_to_see_but_of_those_who_are_named(int order)
    {
        for (var at = 1; at <= 2 * Steps; at++)
        {
            await using var t = await CoreTest.StartAsync();
            var done = new int[2];
            for (var i = 0; i < 2 * Steps; i++)
            {
                var who = order >> i & 1;
                await StepAsync(t, Grenar[who], done[who]++);
                if (i + 1 == at)
                    await t.Get<ProtectService>().ProtectAsync(await t.Db.Participants.Select(p => p.Id).SingleAsync(Ct), Ct);
                if (i + 1 >= at)
                    await AssertHiddenAsync(t);
            }
        }
    }

    /// <summary>In no list of anybody who is not named, and found by no word.</summary>
    private static async Task AssertHiddenAsync(CoreTest t)
    {
        foreach (var gren in Grenar)
        {
            await t.AsAsync(Role.Coordinator, gren);
            Assert.Empty(await t.Db.Participants.ToListAsync(Ct));
        }
        t.AsJob();
        var ids = await t.Db.Participants.Select(p => p.Id).ToListAsync(Ct);
        Assert.False(await t.Db.SearchWords.AnyAsync(w => ids.Contains(w.OwnerId), Ct));
    }

    private static async Task StepAsync(CoreTest t, Verksamhetsgren gren, int step)
    {
        await t.AsAsync(Role.Coordinator, gren, named: true);
        var input = new RegisterParticipant
        {
            Gren = gren,
            Person = new PersonDetails { FirstName = $"{gren}{step + 1}", LastName = "Provperson", BirthDate = new DateOnly(1990, 5, 17), Sex = Sex.Woman, HomeMunicipality = "1489", Email = $"{gren}{step}@exempel.se" },
            Details = new ParticipantDetails { TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100 },
            PersonNumber = "19900517-9982",
        };
        if (step == 0)
        {
            await t.Get<ParticipantService>().RegisterAsync(input, Ct);
            return;
        }
        var own = await t.Db.Participants.AsNoTracking().SingleAsync(Ct);
        if (step == 1)
            await t.Get<DescribeService>().DescribeAsync(own.Id, own.Version, input.Person, input.Details, Ct);
        else
            await t.Get<CloseService>().CloseAsync(own.Id, ExitReason.Studies, t.Clock.Today(), Ct);
    }

    /// <summary>Every value of every row about a gren's participants.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(CoreTest t, Verksamhetsgren gren)
    {
        await using var db = t.Database.Open();
        var participants = await db.Participants.IgnoreQueryFilters().Where(p => p.Gren == gren).ToListAsync(Ct);
        var ids = participants.ConvertAll(p => p.Id);
        await db.History.Where(h => ids.Contains(h.SubjectId)).LoadAsync(Ct);
        await db.Facts.Where(f => ids.Contains(f.SubjectId)).LoadAsync(Ct);
        await db.SearchWords.Where(w => ids.Contains(w.OwnerId)).LoadAsync(Ct);
        return [.. db.ChangeTracker.Entries().Select(e => string.Join(' ', e.CurrentValues.Properties
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={e.CurrentValues[p]}")))).Order(StringComparer.Ordinal)];
    }
}
