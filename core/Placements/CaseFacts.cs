using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Forms;

namespace EnVagUt.Core.Placements;

/// <summary>What of a placement decides its next step. A page fills it from its own projection.</summary>
public sealed record CaseFacts(PlacementStatus Status, Form Form, DateOnly From, DateOnly? To, DateOnly Today)
{
    public bool ParticipantSaidYes { get; init; }

    /// <summary>Whether anything has been released to the workplace.</summary>
    public bool Released { get; init; }

    public bool HasOutcome { get; init; }

    /// <summary>See <see cref="SupportGaps"/>.</summary>
    public bool SupportLapsed { get; init; }

    /// <summary>The stored status is for queries; an expired pencil has not been seen by any command yet (decisions 7).</summary>
    public static PlacementStatus StatusAt(PlacementStatus stored, DateTime? pencilledUntil, DateTime now) =>
        stored == PlacementStatus.Pencilled && pencilledUntil <= now ? PlacementStatus.Proposed : stored;
}

/// <summary>What a coordinator can do with a placement.</summary>
public enum PlacementStep
{
    [Display(Name = "Registrera deltagarens svar")] Answer,
    [Display(Name = "Preliminärboka")] Pencil,
    [Display(Name = "Dela uppgifter med arbetsplatsen")] Release,
    [Display(Name = "Fråga arbetsplatsen")] Request,
    [Display(Name = "Överenskommelsen")] Agreement,
    [Display(Name = "Registrera överenskommelsen")] Paper,
    [Display(Name = "Bekräfta start")] Start,
    [Display(Name = "Avsluta")] End,
    [Display(Name = "Registrera resultat")] Outcome,
    [Display(Name = "Registrera stödbeslut")] Support,
    [Display(Name = "Släpp platsen")] Cancel,
    [Display(Name = "Makulera")] Void,
}

public static class PlacementSteps
{
    /// <summary>The steps that the status allows, the expected one first.</summary>
    public static IReadOnlyList<PlacementStep> For(CaseFacts f) => f.Status switch
    {
        PlacementStatus.Proposed or PlacementStatus.Pencilled => [.. BeforeRequest(f), PlacementStep.Cancel, PlacementStep.Void],
        PlacementStatus.Requested => [PlacementStep.Cancel, PlacementStep.Void],
        PlacementStatus.AwaitingPaper => [.. Agreement(f), PlacementStep.Paper, .. Support(f), PlacementStep.Cancel, PlacementStep.Void],
        PlacementStatus.ReadyToStart => [PlacementStep.Start, .. Support(f), PlacementStep.Paper, PlacementStep.Cancel, PlacementStep.Void],
        PlacementStatus.Running => f.SupportLapsed
            ? [PlacementStep.Support, PlacementStep.End, PlacementStep.Void]
            : [PlacementStep.End, .. Support(f), PlacementStep.Void],
        PlacementStatus.Ended or PlacementStatus.Interrupted => [PlacementStep.Outcome, PlacementStep.Void],
        PlacementStatus.NotHeld => [PlacementStep.Void],
        _ => [],
    };

    private static IEnumerable<PlacementStep> BeforeRequest(CaseFacts f)
    {
        yield return f switch
        {
            { ParticipantSaidYes: false } => PlacementStep.Answer,
            { Released: false } => PlacementStep.Release,
            _ => PlacementStep.Request,
        };
        // A proposed candidate holds nothing: several may be asked for one employment (decisions 5).
        if (f.Status == PlacementStatus.Proposed && f.Form.Row().Filling != Filling.ProposeCandidate)
            yield return PlacementStep.Pencil;
        if (f is { ParticipantSaidYes: true, Released: true })
            yield return PlacementStep.Release;
    }

    private static IEnumerable<PlacementStep> Agreement(CaseFacts f) => f.Form.Row().Paper == Paper.OwnAgreement ? [PlacementStep.Agreement] : [];

    private static IEnumerable<PlacementStep> Support(CaseFacts f) => f.Form.Row().TakesSupport ? [PlacementStep.Support] : [];
}
