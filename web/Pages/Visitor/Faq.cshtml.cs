using EnVagUt.Web.Content;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Authorization;

namespace EnVagUt.Web.Pages.Visitor;

[AllowAnonymous]
public sealed class FaqModel(ContentPages pages) : AppPage
{
    public ContentPage Text { get; } = pages["fragor-och-svar"];
    public IReadOnlyList<FaqGroup> Groups { get; private set; } = [];

    protected override Task LoadAsync()
    {
        Groups = FaqGroup.Read(Text.Markdown);
        return Task.CompletedTask;
    }

    public void OnGet()
    {
    }
}
