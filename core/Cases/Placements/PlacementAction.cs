using System.ComponentModel.DataAnnotations;

namespace EnVagUt.Core.Cases.Placements;

/// <summary>Everything that can be done with a placement; who may, when and with what result is in <see cref="PlacementTransitions"/>.</summary>
public enum PlacementAction
{
    [Display(Name = "Registrera deltagarens svar")] Answer,
    [Display(Name = "Preliminärboka")] Pencil,
    [Display(Name = "Preliminärbokningen går ut")] LapsePencil,
    [Display(Name = "Dela uppgifter med arbetsplatsen")] Release,
    [Display(Name = "Återta delningen")] Withdraw,
    [Display(Name = "Arbetsplatsen vet att delningen är återtagen")] TellWithdrawn,
    [Display(Name = "Fråga arbetsplatsen")] Request,
    [Display(Name = "Vi vill träffas först")] MeetFirst,
    [Display(Name = "Tacka ja")] Accept,
    [Display(Name = "Tacka nej")] Decline,
    [Display(Name = "Utse handledare")] Supervise,
    [Display(Name = "Kom personen första dagen?")] FirstDay,
    [Display(Name = "Registrera överenskommelsen")] Paper,
    [Display(Name = "Överenskommelsen")] Agreement,
    [Display(Name = "Före start")] BeforeStart,
    [Display(Name = "Bekräfta start")] Start,
    [Display(Name = "Uppehåll")] Pause,
    [Display(Name = "Ändra uppehållet")] EndPause,
    [Display(Name = "Förläng eller ändra")] Replan,
    [Display(Name = "Avsluta")] End,
    [Display(Name = "Registrera resultat")] Outcome,
    [Display(Name = "Registrera stödbeslut")] Support,
    [Display(Name = "Släpp platsen")] Cancel,
    [Display(Name = "Makulera")] Void,
}
