using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Parties.Organisation;
using EnVagUt.Core.Places.Procurement;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Pages.Procurement.Contracts;

/// <summary>The contract's own fields, the same when it is flagged and when it is changed.</summary>
public sealed class ContractForm
{
    [Required, StringLength(40)] public string DiaryNumber { get; set; } = "";
    [Required, StringLength(200)] public string Title { get; set; } = "";
    [Required, StringLength(200)] public string SupplierName { get; set; } = "";
    [StringLength(20)] public string? SupplierOrgNumber { get; set; }
    public Guid? UnitId { get; set; }
    [Required] public Branch? Branch { get; set; }
    [Required] public DateOnly? From { get; set; }
    [Required] public DateOnly? To { get; set; }

    public ContractDetails Details() => new()
    {
        DiaryNumber = DiaryNumber, Title = Title, SupplierName = SupplierName, SupplierOrgNumber = SupplierOrgNumber, UnitId = UnitId,
        Branch = Branch!.Value, From = From!.Value, To = To!.Value,
    };

    /// <summary>The units that a contract may belong to today, and the one that it has belonged to.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> UnitsAsync(AppDb db, DateOnly today, Guid? present, CancellationToken ct)
    {
        var tree = await OrgTree.LoadAsync(db, ct);
        var valid = await db.OrgUnits.AsNoTracking()
            .Where(u => u.Id == present || (u.Level != OrgLevel.Namnd && u.ValidFrom <= today && (u.ValidTo == null || u.ValidTo >= today)))
            .Select(u => u.Id).ToListAsync(ct);
        return [.. valid.Select(id => new SelectListItem(tree.Path(id), id.ToString()))
            .OrderBy(i => i.Text, StringComparer.Create(SwedishTime.Culture, ignoreCase: true))];
    }
}

/// <summary>A clause's fields.</summary>
public sealed class ClauseForm
{
    [Required] public ClauseKind? Kind { get; set; }
    [Required, Range(1, 9999)] public int? CommitmentMonths { get; set; }
    public DateOnly? FirstStartBy { get; set; }
    [StringLength(1000), DataType(DataType.MultilineText)] public string? Note { get; set; }

    public ClauseDetails Details() => new()
    {
        Kind = Kind!.Value, CommitmentMonths = CommitmentMonths!.Value, FirstStartBy = FirstStartBy, Note = Note,
    };
}
