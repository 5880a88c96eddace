using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Forms;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>The page of each of the case workers' actions, and the word on its button.</summary>
public static class StepLinks
{
    public static string Page(this PlacementAction step) =>
        step switch
        {
            PlacementAction.Agreement => "/Coordinator/Agreements/Show",
            PlacementAction.Accept => "/Coordinator/Placements/WorkplaceAnswer",
            _ => $"/Coordinator/Placements/{step}",
        };

    /// <summary>What is papered by somebody else's document says so on the button.</summary>
    public static string Word(this PlacementAction step, Form form) =>
        step == PlacementAction.Accept ? "Registrera arbetsplatsens svar"
        : step == PlacementAction.Paper && form.Row().Paper == Paper.OthersDocument ? form == Form.Employment ? "Registrera anställningsavtalet" : "Registrera handlingen" : step.Label();
}
