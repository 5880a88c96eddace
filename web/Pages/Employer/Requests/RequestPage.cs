using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Web.Fields;
using EnVagUt.Web.Parts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Employer.Requests;

/// <summary>A page about one person at one of the employer's workplaces. Every reading of it is logged.</summary>
public abstract class RequestPage(AppDb db, Viewer viewer, TimeProvider clock, ReadLog readLog) : AppPage
{
    [FromRoute] public Guid Id { get; set; }
    public EmployerView Placement { get; private set; } = null!;
    public string Now { get; private set; } = "";
    public CaseFacts Facts { get; private set; } = null!;
    public bool May(PlacementAction action) => PlacementTransitions.Table.Allows(action, Facts, viewer.RolesAt(Placement.EmployerId));

    /// <summary>Who will be handledare, when the answer is yes: one of theirs, or a name.</summary>
    [BindProperty] public Guid? SupervisorId { get; set; }
    [BindProperty, StringLength(80)] public string? Supervisor { get; set; }

    public SupervisorChoices Choices { get; private set; } = SupervisorChoices.None;

    /// <summary>Whoever only reads is not asked for an answer.</summary>
    public bool MayAnswer => viewer.RolesAt(Placement.EmployerId).Overlaps(PlacementTransitions.Table[PlacementAction.Accept].Who);

    protected AppDb Db => db;
    protected Viewer Viewer => viewer;

    protected override async Task LoadAsync()
    {
        var today = clock.Today();
        Placement = await EmployerView.Of(db, EmployerView.Placements(db, viewer, today).Where(p => p.Id == Id), clock.UtcNow()).SingleOrDefaultAsync(Ct)
            ?? throw new NotFoundException("Placement");
        Facts = new CaseFacts(Placement.Status, Placement.Form, Placement.From, Placement.To, today) { PausedTo = Placement.PausedTo, WantsToMeet = Placement.Facts.WantsToMeet };
        if (May(PlacementAction.Accept) || May(PlacementAction.Supervise))
            Choices = await SupervisorChoices.AtAsync(db, Placement.WorkplaceId, Ct);
        Now = WhatNow.For(Party.Workplace, Facts);
        readLog.Note(viewer, "Placement", Id);
    }
}
