using System.ComponentModel.DataAnnotations;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;

namespace EnVagUt.Core.Parties.Organisation;

public enum OrgLevel
{
    [Display(Name = "Nämnd")] Namnd,
    [Display(Name = "Förvaltning")] Forvaltning,
    [Display(Name = "Verksamhet")] Verksamhet,
    [Display(Name = "Enhet")] Enhet,
    /// <summary>Kommunalt bolag or kommunalförbund: stands in the tree but answers to no nämnd.</summary>
    [Display(Name = "Kommunalt bolag eller kommunalförbund")] Bolag,
}

/// <summary>
/// A node of the municipality's own organisation. Units merge every term of office: a node that ends keeps its name
/// and points at its successor, so that old years are reported under the names of their time.
/// </summary>
public sealed class OrgUnit : Root
{
    private OrgUnit() { }

    public static OrgUnit Create(OrgLevel level, string code, string name, OrgUnit? parent, DateOnly from, Stamp stamp)
    {
        var unit = new OrgUnit { Level = level, Code = code, CodeKey = Codes.Key(code), Name = name, ParentId = parent?.Id, ValidFrom = from };
        unit.Changed(stamp, "Created", level.ToString());
        return unit;
    }

    public OrgLevel Level { get; private set; }

    /// <summary>The municipality's own code, unique; the key of the CSV import.</summary>
    public string Code { get; private set; } = "";

    public string CodeKey { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Guid? ParentId { get; private set; }
    public DateOnly ValidFrom { get; private set; }
    public DateOnly? ValidTo { get; private set; }
    public Guid? SuccessorId { get; private set; }
    public string? CostCentre { get; private set; }
    public string? ManagerName { get; private set; }
    public string? ManagerEmail { get; private set; }

    /// <summary>The nämnd's function mailbox to which finished reports go: never a politician's (docs/vardag.md, Reports).</summary>
    public string? RegistrarEmail { get; private set; }

    public void Describe(string name, OrgUnit? parent, string? costCentre, string? managerName, string? managerEmail, string? registrarEmail, Stamp stamp)
    {
        (Name, ParentId, CostCentre, ManagerName, ManagerEmail, RegistrarEmail) =
            (name, parent?.Id, costCentre, managerName, managerEmail, registrarEmail);
        Changed(stamp, "Described");
    }

    public void End(DateOnly lastDay, OrgUnit? successor, Stamp stamp)
    {
        RuleBreachException.When(lastDay < ValidFrom, Rule.PeriodReversed, nameof(ValidTo));
        (ValidTo, SuccessorId) = (lastDay, successor?.Id);
        Changed(stamp, "Ended");
    }
}
