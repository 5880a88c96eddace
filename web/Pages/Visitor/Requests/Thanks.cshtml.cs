using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace EnVagUt.Web.Pages.Visitor.Requests;

[AllowAnonymous]
public sealed class ThanksModel(Municipality municipality) : AppPage
{
    [BindProperty(SupportsGet = true, Name = "svar")] public AnswerKind? Kind { get; set; }

    public string Contact => municipality.Contact;

    public void OnGet()
    {
    }
}
