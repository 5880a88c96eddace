using EnVagUt.Core.Cases.Suggestions;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

/// <summary>Föreslå plats: published places ranked for one person, with the reasons in words.</summary>
[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class SuggestModel(AppDb db, Viewer viewer, ReadLog readLog, SlotSuggestions suggestions) : AppPage
{
    public const int Shown = 25;

    [FromRoute] public Guid Id { get; set; }

    /// <summary>Words about the work, never about the person.</summary>
    [BindProperty(SupportsGet = true, Name = "q")] public string? Words { get; set; }
    [BindProperty(SupportsGet = true, Name = "form")] public string? Form { get; set; }

    /// <summary>The placement that what is proposed shall continue.</summary>
    [BindProperty(SupportsGet = true, Name = "fortsatter")] public Guid? Continues { get; set; }

    public EarlierPlace? Earlier { get; private set; }
    public string Name { get; private set; } = "";
    public IReadOnlyList<Suggestion> Found { get; private set; } = [];

    protected override async Task LoadAsync()
    {
        Name = await db.Participants.AsNoTracking().Where(p => p.Id == Id).Select(p => p.FirstName + " " + p.LastName)
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Participant");
        if (Continues is { } earlier)
            Earlier = await EarlierPlace.ReadAsync(db, earlier, Id, Ct);
        var chosen = OfferKindChoice.Find(Form);
        Found = await suggestions.ForAsync(Id, Words, chosen?.Kind, chosen?.Form, Ct);
        readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet()
    {
    }
}
