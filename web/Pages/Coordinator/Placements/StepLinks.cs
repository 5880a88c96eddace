using EnVagUt.Core.Forms;
using EnVagUt.Core.Placements;
using EnVagUt.Core.Rules;

namespace EnVagUt.Web.Pages.Coordinator.Placements;

/// <summary>The page of each step, and the word on its button.</summary>
public static class StepLinks
{
    public static string Page(this PlacementStep step) =>
        step == PlacementStep.Agreement ? "/Coordinator/Agreements/Show" : $"/Coordinator/Placements/{step}";

    /// <summary>An employment is papered by somebody else's document, and that is what the button says.</summary>
    public static string Word(this PlacementStep step, Form form) =>
        step == PlacementStep.Paper && form.Row().Paper == Paper.OthersDocument ? "Registrera anställningsavtalet" : step.Label();

    /// <summary>Steps that end a case stand apart from those that lead it on.</summary>
    public static bool Stops(this PlacementStep step) => step is PlacementStep.Cancel or PlacementStep.Void;
}
