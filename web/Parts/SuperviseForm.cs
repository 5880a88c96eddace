using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Ground.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Parts;

/// <summary>A handledare that the workplace has, or a new one by name, and from which day. Drawn by _SuperviseFields.cshtml.</summary>
public sealed record SuperviseForm
{
    public Guid? SupervisorId { get; init; }
    [StringLength(80)] public string? Name { get; init; }
    [StringLength(30)] public string? Phone { get; init; }
    [Required] public DateOnly? From { get; init; }

    public ChosenSupervisor ToChosen() => new(string.IsNullOrWhiteSpace(Name) ? SupervisorId : null, Name, Phone);
}

/// <summary>The handledare of one workplace who may be chosen.</summary>
public sealed record SupervisorChoices(IReadOnlyList<SelectListItem> Items)
{
    public static readonly SupervisorChoices None = new([]);

    public static async Task<SupervisorChoices> AtAsync(AppDb db, Guid workplaceId, CancellationToken ct) =>
        new(await db.Supervisors.AsNoTracking().Where(s => s.WorkplaceId == workplaceId && s.DeactivatedAt == null)
            .OrderBy(s => s.Name).ThenBy(s => s.Seq).Take(200).Select(s => new SelectListItem(s.Name, s.Id.ToString())).ToListAsync(ct));
}
