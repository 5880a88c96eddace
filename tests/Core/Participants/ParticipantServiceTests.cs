using System.Globalization;
using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using EnVagUt.Tests.Core.Placements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

public class ParticipantServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly DateOnly Born = new(1990, 5, 17);

    // Nobody's: numbers from 980 on are given to no one.
    private static string Number(DateOnly born)
    {
        var nine = $"{born:yyMMdd}998";
        return $"{born:yyyyMMdd}-998{Enumerable.Range(0, 10).First(d => Luhn.IsValid(nine + d))}";
    }

    private static RegisterParticipant Somebody(DateOnly born, string? number = null) => new()
    {
        Gren = Verksamhetsgren.Arbetsmarknad,
        Person = new PersonDetails { FirstName = "Robin", LastName = "Provperson", BirthDate = born, Sex = Sex.Woman, HomeMunicipality = "1489", Phone = "070-174 06 05" },
        Details = new ParticipantDetails { TargetGroup = TargetGroup.A, Education = Education.PreGymnasium, ExtentPercent = 100 },
        PersonNumber = number,
    };

    private static RegisterParticipant Named(RegisterParticipant somebody, string first, string last) =>
        somebody with { Person = somebody.Person with { FirstName = first, LastName = last } };

    private static async Task RefusedAsync(CoreTest t, Rule rule, string? field, RegisterParticipant somebody)
    {
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<ParticipantService>().RegisterAsync(somebody, Ct));
        Assert.Equal((rule, field), (breach.Rule, breach.Field));
        t.NewScope();
    }

    [Fact]
    public async Task A_number_is_whole_right_and_of_the_birth_date()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var wrongDigit = Number(Born)[..^1] + (char)('0' + ((Number(Born)[^1] - '0' + 1) % 10));
        foreach (var number in new[] { Number(Born)[2..], wrongDigit, "19900230-9980", "٣" })
            await RefusedAsync(t, Rule.PersonNumberWrong, "PersonNumber", Somebody(Born, number));
        await RefusedAsync(t, Rule.PersonNumberNotBirthDate, "PersonNumber", Somebody(Born.AddDays(1), Number(Born)));
        await t.Get<ParticipantService>().RegisterAsync(Somebody(Born, Number(Born)), Ct);
    }

    [Fact]
    public async Task A_birth_date_is_not_corrected_to_another_than_the_numbers()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var (id, _) = await t.Get<ParticipantService>().RegisterAsync(Somebody(Born, Number(Born)), Ct);
        t.NewScope();
        var (other, version) = (Somebody(Born.AddDays(1)), (await t.Db.Participants.AsNoTracking().SingleAsync(Ct)).Version);
        var breach = await Assert.ThrowsAsync<RuleBreachException>(() => t.Get<DescribeService>().DescribeAsync(id, version, other.Person, other.Details, Ct));
        Assert.Equal((Rule.PersonNumberNotBirthDate, "BirthDate"), (breach.Rule, breach.Field));
    }

    [Fact]
    public async Task A_number_that_the_gren_knows_opens_whoever_has_it_and_saves_nothing()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var (first, _) = await t.Get<ParticipantService>().RegisterAsync(Somebody(Born, Number(Born)), Ct);
        t.NewScope();
        Assert.Equal(new Registered(first, WasThere: true), await t.Get<ParticipantService>().RegisterAsync(Named(Somebody(Born, Number(Born)), "Påhittat", "Namn"), Ct));
        Assert.Equal("Robin", (await t.Db.Participants.SingleAsync(Ct)).FirstName);
    }

    [Fact]
    public async Task A_number_that_another_gren_knows_tells_nothing_and_takes_nothing_over()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var (theirs, _) = await t.Get<ParticipantService>().RegisterAsync(Somebody(Born, Number(Born)), Ct);
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        var input = Named(Somebody(Born, Number(Born)), "Påhittat", "Namn") with { Gren = Verksamhetsgren.Kaa };
        var (ours, wasThere) = await t.Get<ParticipantService>().RegisterAsync(input, Ct);
        await t.Get<DescribeService>().DescribeAsync(ours, (await t.Db.Participants.SingleAsync(Ct)).Version, input.Person with { Phone = "070-174 06 39" }, input.Details, Ct);

        Assert.False(wasThere);
        Assert.Equal(("Påhittat", "070-174 06 39"), await t.Db.Participants.Select(p => new ValueTuple<string, string?>(p.FirstName, p.Phone)).SingleAsync(Ct));
        await t.AsAsync(Role.Coordinator);
        Assert.Equal((theirs, "Robin", "070-174 06 05"), await t.Db.Participants.Select(p => new ValueTuple<Guid, string, string?>(p.Id, p.FirstName, p.Phone)).SingleAsync(Ct));
        Assert.Equal(1, await t.Db.Persons.CountAsync(Ct));
    }

    [Fact]
    public async Task A_number_whose_owner_here_is_not_for_the_viewer_is_refused_without_a_word_of_why()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        await t.Get<ParticipantService>().RegisterAsync(Somebody(Born, Number(Born)), Ct);
        await t.Db.Participants.ExecuteUpdateAsync(u => u.SetProperty(p => p.IsProtected, true), Ct);
        t.NewScope();
        await RefusedAsync(t, Rule.RegistersElsewhere, null, Somebody(Born, Number(Born)));
    }

    [Fact]
    public async Task A_corrected_birth_date_and_sex_are_counted_in_the_bookings_too()
    {
        await using var t = await CoreTest.StartAsync();
        var offer = await t.Stage.OfferAsync(await t.Stage.WorkplaceAsync());
        await t.AsAsync(Role.Coordinator);
        await BookingTests.PencilAsync(t, offer, 0, offer.From, offer.To);
        Assert.Null((await t.Db.Claims.SingleAsync(Ct)).MinorThrough);
        var participant = await t.Db.Participants.AsNoTracking().SingleAsync(Ct);
        var young = Somebody(offer.From.AddYears(-17)) with { Person = Somebody(offer.From.AddYears(-17)).Person with { Sex = Sex.Man } };
        t.NewScope();
        await t.Get<DescribeService>().DescribeAsync(participant.Id, participant.Version, young.Person, young.Details, Ct);

        var claim = await t.Db.Claims.SingleAsync(Ct);
        Assert.Equal((offer.From.AddYears(1).AddDays(-1), Sex.Man, Sex.Man), (claim.MinorThrough, claim.Sex, (await t.Db.Placements.SingleAsync(Ct)).Sex));
    }

    [Theory]
    [InlineData("2008-02-29", "2026-02-27", "2026-02-28")]
    [InlineData("2008-05-17", "2026-05-16", "2026-05-16")]
    [InlineData("2008-05-17", "2026-05-17", null)]
    public void Somebody_is_a_minor_through_the_day_before_the_18th_birthday(string born, string on, string? through) =>
        Assert.Equal(through, Age.MinorThrough(DateOnly.Parse(born, CultureInfo.InvariantCulture), DateOnly.Parse(on, CultureInfo.InvariantCulture))?.ToString("O", CultureInfo.InvariantCulture));

    [Fact]
    public async Task Of_two_grenar_that_register_a_number_at_the_same_time_both_succeed_with_one_person()
    {
        var meeting = new FirstSavesMeet(2);
        await using var t = await CoreTest.StartInFileAsync(s => s.ConfigureDbContext<AppDb>(o => o.AddInterceptors(meeting)));
        await t.AsAsync(Role.Coordinator);
        var ours = t.Get<ParticipantService>();
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        var theirs = t.Get<ParticipantService>();
        meeting.Begin();
        var made = await Task.WhenAll(
            Task.Run(() => ours.RegisterAsync(Somebody(Born, Number(Born)), Ct), Ct),
            Task.Run(() => theirs.RegisterAsync(Somebody(Born, Number(Born)) with { Gren = Verksamhetsgren.Kaa }, Ct), Ct));

        Assert.All(made, m => Assert.False(m.WasThere));
        await using var db = t.Database.Open();
        Assert.Equal((2, 1), (await db.Participants.IgnoreQueryFilters().CountAsync(Ct), await db.Persons.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_home_municipality_is_one_that_there_is()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var input = Somebody(Born);
        await RefusedAsync(t, Rule.HomeMunicipalityUnknown, "HomeMunicipality", input with { Person = input.Person with { HomeMunicipality = "0001" } });
        Assert.Equal(290, t.Get<HomeMunicipalities>().All.Count(h => h.Code != "9999"));
        Assert.Equal("Alingsås", t.Get<HomeMunicipalities>().NameOf("1489"));
    }

    [Fact]
    public async Task Somebody_of_the_same_name_and_birth_date_is_asked_about()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var (first, _) = await t.Get<ParticipantService>().RegisterAsync(Somebody(Born), Ct);
        t.NewScope();
        var again = Named(Somebody(Born), "ROBIN", " Provperson ");
        await RefusedAsync(t, Rule.NamesakeThere, "Because", again);
        Assert.Equal(first, Assert.Single(await t.Get<ParticipantService>().NamesakesAsync(again, Ct)).Id);
        foreach (var other in new[] { Named(again, "Robina", "Provperson"), Somebody(Born.AddDays(1)) })
            Assert.Empty(await t.Get<ParticipantService>().NamesakesAsync(other, Ct));

        var (second, _) = await t.Get<ParticipantService>().RegisterAsync(again with { Because = NamesakeReason.AnotherPerson }, Ct);
        Assert.Equal("Arbetsmarknad AnotherPerson", await t.Db.History.Where(h => h.SubjectId == second && h.Verb == "Registered").Select(h => h.Codes).SingleAsync(Ct));
        // Another gren's is nobody to ask about.
        await t.AsAsync(Role.Coordinator, Verksamhetsgren.Kaa);
        Assert.Empty(await t.Get<ParticipantService>().NamesakesAsync(again with { Gren = Verksamhetsgren.Kaa }, Ct));
    }

    [Theory]
    [InlineData(13, 0, true)]
    [InlineData(13, 1, false)]
    [InlineData(68, 0, false)]
    [InlineData(68, 1, true)]
    public async Task Somebody_is_between_13_and_67_years_old(int years, int days, bool may)
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var somebody = Somebody(t.Clock.Today().AddYears(-years).AddDays(days));
        if (may)
            await t.Get<ParticipantService>().RegisterAsync(somebody, Ct);
        else
            await RefusedAsync(t, Rule.BirthDateUnlikely, "BirthDate", somebody);
    }
}
