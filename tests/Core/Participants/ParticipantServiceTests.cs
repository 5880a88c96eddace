using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Tests.Common;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

public class ParticipantServiceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        var born = new DateOnly(1990, 5, 17);
        var wrongDigit = Number(born)[..^1] + (char)('0' + ((Number(born)[^1] - '0' + 1) % 10));
        foreach (var number in new[] { Number(born)[2..], wrongDigit, "19900230-9980", "٣" })
            await RefusedAsync(t, Rule.PersonNumberWrong, "PersonNumber", Somebody(born, number));
        await RefusedAsync(t, Rule.PersonNumberNotBirthDate, "PersonNumber", Somebody(born.AddDays(1), Number(born)));
        await t.Get<ParticipantService>().RegisterAsync(Somebody(born, Number(born)), Ct);
    }

    [Fact]
    public async Task A_number_is_one_persons_in_a_gren()
    {
        await using var t = await CoreTest.StartAsync();
        await t.AsAsync(Role.Coordinator);
        var born = new DateOnly(1990, 5, 17);
        await t.Get<ParticipantService>().RegisterAsync(Somebody(born, Number(born)), Ct);
        t.NewScope();
        await RefusedAsync(t, Rule.ParticipantExists, "PersonNumber", Somebody(born, Number(born)));
        Assert.Equal(1, await t.Db.Participants.CountAsync(Ct));
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
