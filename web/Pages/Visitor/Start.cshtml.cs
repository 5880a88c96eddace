using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Content;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Pages.Visitor;

/// <summary>The door: whose portal this is, and where to go. Title, lead and first paragraph come from content/pages/start.md.</summary>
[AllowAnonymous]
public sealed class StartModel(ContentPages pages, Municipality municipality, Viewer viewer) : AppPage
{
    /// <summary>A visitor is led to the registration; of those who are signed in only an employer's administrator offers places.</summary>
    public bool MayOffer => viewer.UserId is null || viewer.Is(Role.EmployerAdmin);

    public ContentPage Text { get; } = pages["start"];
    public Municipality Municipality { get; } = municipality;

    public void OnGet()
    {
    }
}
