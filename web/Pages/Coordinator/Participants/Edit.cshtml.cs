using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using EnVagUt.Web.Access;
using EnVagUt.Web.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Participants;

[AllowRoles(Role.Coordinator, Role.Consultant, Role.UnitManager)]
public sealed class EditModel(AppDb db, Viewer viewer, ReadLog readLog, DescribeService describe, HomeMunicipalities homes)
    : AppPage, IParticipantForm
{
    private sealed record Stored(Guid Version, ParticipantInput Input);

    private Stored _stored = null!;

    [FromRoute] public Guid Id { get; set; }
    [BindProperty] public Guid Version { get; set; }
    [BindProperty] public ParticipantInput Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public HomeMunicipalities Homes => homes;
    public bool IsNew => false;
    public IReadOnlyList<Verksamhetsgren> Grenar => [];

    protected override async Task LoadAsync()
    {
        _stored = await db.Participants.AsNoTracking().Where(p => p.Id == Id)
            .Select(p => new Stored(p.Version, new ParticipantInput
            {
                FirstName = p.FirstName, LastName = p.LastName, BirthDate = p.BirthDate, Sex = p.Sex,
                Email = p.Email, Phone = p.Phone, HomeMunicipality = p.HomeMunicipality,
                TargetGroup = p.TargetGroup, Education = p.Education, ExtentPercent = p.ExtentPercent,
                Swedish = p.Swedish, DrivingLicence = p.DrivingLicence, Wish = p.Wish, ByHand = p.ByHand,
            }))
            .SingleOrDefaultAsync(Ct) ?? throw new NotFoundException("Participant");
        Name = $"{_stored.Input.FirstName} {_stored.Input.LastName}";
        readLog.Note(viewer, nameof(Participant), Id);
    }

    public void OnGet() => (Version, Input) = _stored;

    public async Task<IActionResult> OnPostAsync()
    {
        await describe.DescribeAsync(Id, Version, Input.ToPerson(), Input.ToDetails(), Ct);
        return Done("/Coordinator/Participants/Show", "Uppgifterna är sparade.", new { Id });
    }
}
