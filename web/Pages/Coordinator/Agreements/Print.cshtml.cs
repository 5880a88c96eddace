using EnVagUt.Web.Access;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>On paper, with a line to sign for each who has not approved.</summary>
public sealed class PrintModel(Reading reading) : AgreementPage(reading)
{
    public void OnGet()
    {
    }
}
