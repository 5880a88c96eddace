using System.Diagnostics;

namespace EnVagUt.Core.Law.Forms;

/// <summary>What is true of one support by its nature; its months, shares and ceilings are dated rules.</summary>
/// <param name="LastNewDay">Last day on which a new decision could begin; null while the support exists.</param>
/// <param name="PublicEmployerOnly">Only state, region and municipality can have it.</param>
/// <param name="OutsideLas">The employment is exempt from lagen om anställningsskydd.</param>
/// <param name="Source">The regulation, as printed in docs/former.md.</param>
public sealed record SupportRow(
    Lonestod Kind, Decider DecidedBy, DateOnly? LastNewDay, bool PublicEmployerOnly, bool OutsideLas, string Source)
{
    public bool CanBeginOn(DateOnly day) => LastNewDay is null || day <= LastNewDay;
}

public static class SupportRegistry
{
    public static IReadOnlyList<SupportRow> All { get; } = [.. Enum.GetValues<Lonestod>().Select(Of)];

    /// <summary>Those that a new offer or decision may name on the day; the abolished ones only old rows carry.</summary>
    public static IReadOnlyList<Lonestod> On(DateOnly day) => [.. All.Where(r => r.CanBeginOn(day)).Select(r => r.Kind)];

    public static SupportRow Of(Lonestod kind) => kind switch
    {
        Lonestod.Nystartsjobb => Af(kind, "förordning (2018:43)"),
        Lonestod.Introduktionsjobb => Af(kind, "förordning (2018:42)"),
        Lonestod.LonebidragUtveckling => Af(kind, "förordning (2017:462) 23–28 §§") with { OutsideLas = true },
        Lonestod.LonebidragAnstallning => Af(kind, "förordning (2017:462) 29–32 §§"),
        Lonestod.LonebidragTrygghet => Af(kind, "förordning (2017:462) 33–36 §§"),
        Lonestod.Osa => Af(kind, "förordning (2017:462) 38–42 §§") with { PublicEmployerOnly = true, OutsideLas = true },
        Lonestod.Etableringsjobb => Af(kind, "Arbetsförmedlingen; kräver centralt och lokalt kollektivavtal") with { DecidedBy = Decider.Forsakringskassan },
        Lonestod.KommunalAnstallning => Af(kind, "kommunens eget beslut; BEA") with { DecidedBy = Decider.Municipality, PublicEmployerOnly = true },
        Lonestod.Extratjanst => Af(kind, "upphörde genom förordning (2022:1734)") with { LastNewDay = new(2022, 12, 31) },
        Lonestod.Yrkesintroduktion => Af(kind, "stödet upphörde den 1 januari 2024") with { LastNewDay = new(2023, 12, 31) },
        Lonestod.Instegsjobb => Af(kind, "ersattes av introduktionsjobb den 1 maj 2018") with { LastNewDay = new(2018, 4, 30) },
        _ => throw new UnreachableException($"{kind} has no row"),
    };

    public static SupportRow Row(this Lonestod kind) => Of(kind);

    private static SupportRow Af(Lonestod kind, string source) =>
        new(kind, Decider.Af, LastNewDay: null, PublicEmployerOnly: false, OutsideLas: false, source);
}
