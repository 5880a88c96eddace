using EnVagUt.Core.Ground.Portal;
using EnVagUt.Web.Content;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Pages.Visitor;

/// <summary>The door: whose portal this is, and where to go. Title, lead and first paragraph come from content/pages/start.md.</summary>
[AllowAnonymous]
public sealed class StartModel(ContentPages pages, Municipality municipality) : AppPage
{
    public ContentPage Text { get; } = pages["start"];
    public Municipality Municipality { get; } = municipality;

    public void OnGet()
    {
    }
}
