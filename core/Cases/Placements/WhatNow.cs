using System.Diagnostics;
using EnVagUt.Core.Cases.BeforeStart;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Days;
using EnVagUt.Core.Law.Forms;
using A = EnVagUt.Core.Cases.Placements.PlacementAction;
using S = EnVagUt.Core.Cases.Placements.PlacementStatus;

namespace EnVagUt.Core.Cases.Placements;

public enum Party { Coordinator, Workplace, Participant }

/// <summary>
/// «Vad händer nu?» on every case page: one or two sentences by status, for each party in its own words. Outward it is
/// «praktiken», «praon» or «anställningen», never «placeringen» (docs/ordlista.md).
/// </summary>
public static class WhatNow
{
    /// <summary>Working days before the end in which what comes next is planned.</summary>
    public const int EndIsNearWorkingDays = 15;

    public static string For(Party party, CaseFacts f) => party switch
    {
        Party.Coordinator => Coordinator(f),
        Party.Workplace => Workplace(f),
        Party.Participant => Participant(f),
        _ => throw new UnreachableException($"{party} has no sentences"),
    };

    // The sentence is about the action that is expected next.
    private static string Coordinator(CaseFacts f) => PlacementTransitions.Next(f) switch
    {
        A.Answer when f.Status == S.Pencilled => "Platsen hålls. Registrera deltagarens svar innan preliminärbokningen går ut.",
        A.Answer => PlacementTransitions.Table.Allows(A.Pencil, f)
            ? "Berätta om platsen för deltagaren och registrera svaret. Preliminärboka om platsen ska hållas så länge."
            : "Berätta om platsen för kandidaten och registrera svaret.",
        A.Release => "Svaret är ja. Dela nu de uppgifter som arbetsplatsen behöver.",
        A.Request => "Uppgifterna är delade. Fråga arbetsplatsen.",
        A.Accept when f.WantsToMeet => "Arbetsplatsen vill träffas först. Kom överens om en tid, och registrera svaret efter mötet.",
        A.Accept or A.Decline => "Arbetsplatsen har fått förfrågan. Du får ett brev när den har svarat.",
        A.Agreement when f.AgreementIsOutdated => "Tiderna är ändrade. Skriv en ny version av överenskommelsen, så att alla godkänner dem.",
        A.Agreement => $"Arbetsplatsen har tackat ja. Skriv överenskommelsen, så att alla har godkänt den före start {f.From.Written()}.",
        A.Paper => f.Form.Row().Family != FormFamily.Employment
            ? $"Arbetsplatsen har tackat ja. Registrera avtalets datum och referens före start {f.From.Written()}."
            : $"Arbetsplatsen har tackat ja. Registrera anställningsavtalets datum och referens före start {f.From.Written()}.",
        A.BeforeStart => $"Starten är {f.From.Written()}. Före start saknas: {BeforeStartFacts.Words(f.Missing)}.",
        A.Start => f.From > f.Today
            ? $"Allt är klart. Starten är {f.From.Written()}: bekräfta den när deltagaren har kommit."
            : $"Startdagen var {f.From.Written()}. Bekräfta starten, eller släpp platsen om det inte blev av.",
        A.Support => SupportGaps.Question,
        A.EndPause => f.Today.DayNumber - f.PausedFrom!.Value.DayNumber >= f.PauseAskDays
            ? $"Uppehållet har varat sedan {f.PausedFrom.Value.Written()}. Fortsätt, ändra omfattning eller avsluta?"
            : $"Uppehåll till och med {f.PausedTo!.Value.Written()}.",
        A.End when f.Status == S.Paused => "Uppehåll pågår. Öppna ärendet för att se till när.",
        A.End => f.To switch
        {
            { } to when to < f.Today => $"Slutdagen var {to.Written()}. Avsluta med orsak.",
            { } to when to <= f.Today.AddWorkingDays(EndIsNearWorkingDays) => $"Sista dagen är {to.Written()}. Planera nu vad som händer sedan.",
            { } to => $"Pågår till och med {to.Written()}.",
            null => "Pågår tills vidare.",
        },
        A.Outcome => f.HasOutcome
            ? "Resultatet är registrerat. Inget mer att göra här."
            : "Ta reda på hur det gick sedan och registrera resultatet.",
        null when f is { IsNameless: true, Status: S.Ended or S.Interrupted } => "Avslutad. Den är registrerad utan namn, så inget resultat följs upp.",
        null when f.Status == S.NotHeld => "Det blev inte av. Föreslå en annan plats.",
        null when f.Status == S.Voided => "Makulerad: räknas inte i någon statistik.",
        var next => throw new UnreachableException($"{f.Status}, {next} has no sentence"),
    };

    private static string Workplace(CaseFacts f) => f.Status switch
    {
        S.Proposed or S.Pencilled => "Ni behöver inte göra något än. Vi frågar er när personen själv har tackat ja.",
        S.Requested when f.WantsToMeet => "Ni har sagt att ni vill träffas först. Vi hör av oss om en tid. Tacka ja eller nej när ni har träffats.",
        S.Requested => f.Form.Row().Filling == Filling.ProposeCandidate
            ? "Vi föreslår en kandidat. Träffas gärna, och tacka sedan ja eller nej."
            : "Ni har fått en förfrågan. Träffas gärna först, och tacka sedan ja eller nej.",
        S.AwaitingPaper => f.Form.Row().Paper == Paper.OwnAgreement
            ? $"Ni har tackat ja. Överenskommelsen om {Noun(f).Name} ska vara godkänd av alla före start {f.From.Written()}."
            : f.Form == Form.Employment
                ? $"Ni har tackat ja. Skriv anställningsavtal före start {f.From.Written()} och skicka oss datum och referens."
                : $"Ni har tackat ja. {f.Form.Row().DecidedBy.Label()} ordnar papperen före start {f.From.Written()}.",
        S.ReadyToStart => $"Allt är klart. {Noun(f).Definite.Capital()} börjar {f.From.Written()}.",
        S.Running => f.To is { } to ? $"{Noun(f).Definite.Capital()} pågår till och med {to.Written()}. Ring kontaktpersonen om något ändras."
            : $"{Noun(f).Definite.Capital()} pågår tills vidare. Ring kontaktpersonen om något ändras.",
        S.Paused => f.PausedTo is { } back ? $"Uppehåll till och med {back.Written()}. Ring kontaktpersonen om något ändras." : "Uppehåll. Ring kontaktpersonen om något ändras.",
        S.Ended or S.Interrupted => $"{Noun(f).Definite.Capital()} är slut. Tack för att ni tog emot!",
        S.NotHeld => "Det blev inte av den här gången, och platsen är ledig igen.",
        S.Voided => "Ärendet var felregistrerat och är borttaget. Ni behöver inte göra något.",
        _ => throw new UnreachableException($"{f.Status} has no sentence"),
    };

    private static string Participant(CaseFacts f) => f.Status switch
    {
        S.Proposed or S.Pencilled => f.ParticipantSaidYes
            ? "Du har tackat ja. Nu frågar din kontaktperson arbetsplatsen."
            : "Din kontaktperson har ett förslag till dig. Tacka ja eller nej.",
        S.Requested when f.WantsToMeet => "Arbetsplatsen vill träffa dig först. Din kontaktperson hör av sig om en tid.",
        S.Requested => "Arbetsplatsen har fått förfrågan. Du får veta så snart den har svarat.",
        S.AwaitingPaper => f.Form.Row().Paper == Paper.OwnAgreement
            ? $"Arbetsplatsen har tackat ja. Före start {f.From.Written()} godkänner ni överenskommelsen om {Noun(f).Name}."
            : f.Form == Form.Employment
                ? $"Arbetsplatsen har tackat ja. Före start {f.From.Written()} skriver ni anställningsavtal."
                : $"Arbetsplatsen har tackat ja. {f.Form.Row().DecidedBy.Label()} ordnar papperen före start {f.From.Written()}.",
        S.ReadyToStart => $"Allt är klart. {Noun(f).Yours.Capital()} börjar {f.From.Written()}.",
        S.Running => f.To is { } to ? $"{Noun(f).Yours.Capital()} pågår till och med {to.Written()}." : $"{Noun(f).Yours.Capital()} pågår tills vidare.",
        S.Paused => f.PausedTo is { } back ? $"Du har uppehåll till och med {back.Written()}." : "Du har uppehåll just nu.",
        S.Ended or S.Interrupted => $"{Noun(f).Yours.Capital()} är slut. Din kontaktperson hör av sig om hur det går för dig.",
        S.NotHeld => "Det blev inte av den här gången. Din kontaktperson letar vidare med dig.",
        S.Voided => "Ärendet var felregistrerat. Prata med din kontaktperson om du undrar något.",
        _ => throw new UnreachableException($"{f.Status} has no sentence"),
    };

    private static FormNoun Noun(CaseFacts f) => f.Form.Row().Outward;
}
