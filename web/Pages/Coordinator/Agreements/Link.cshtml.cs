using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Law.Forms;
using EnVagUt.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Coordinator.Agreements;

/// <summary>Sends whose turn it is a link to approve by, without a login.</summary>
public sealed class LinkModel(Reading reading, AgreementService agreements) : AgreementPage(reading)
{
    [BindProperty, EmailAddress, StringLength(254)] public string? Address { get; set; }

    public Approver? Approver => Agreement!.Next;
    public bool MaySend => PlacementTakesIt && Approver is not (null or Core.Law.Forms.Approver.Municipality);

    /// <summary>The participant's own address; read only when it is the participant's turn.</summary>
    public string? PersonEmail { get; private set; }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        if (Approver == Core.Law.Forms.Approver.Participant)
            PersonEmail = await Db.Participants.AsNoTracking().Where(p => p.Id == Case.ParticipantId).Select(p => p.Email).SingleAsync(Ct);
    }

    public async Task OnGetAsync()
    {
        if (Approver == Core.Law.Forms.Approver.Workplace)
            Address = await Db.Workplaces.AsNoTracking().Where(w => w.Id == Case.Before.WorkplaceId).Select(w => w.ContactEmail).SingleAsync(Ct);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await agreements.SendLinkAsync(Id, Version, Address, Ct);
        return DoneWithAgreement("Länken är skickad. Den gäller i 14 dagar.");
    }
}
