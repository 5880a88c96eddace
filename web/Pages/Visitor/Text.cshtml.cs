using EnVagUt.Core.Ground.Rules;
using EnVagUt.Web.Content;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Pages.Visitor;

/// <summary>A page of content/pages at its own address: /om shows om.md.</summary>
[AllowAnonymous]
public sealed class TextModel(ContentPages pages) : AppPage
{
    public ContentPage Text { get; private set; } = null!;

    protected override Task LoadAsync()
    {
        var name = Request.Path.Value!.Trim('/');
        Text = pages.All.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new NotFoundException($"Page {name}");
        return Task.CompletedTask;
    }

    public void OnGet()
    {
    }
}
