using EnVagUt.Core.Cases.Agreements;
using EnVagUt.Core.Cases.Certificates;
using EnVagUt.Core.Cases.Placements;
using EnVagUt.Core.Parties.Participants;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Ground.Data;

public sealed partial class AppDb
{
    /// <summary>Only participants and placements of the viewer's own grenar.</summary>
    public const string GrenFilter = "gren";

    /// <summary>Persons with protected identity only for staff who are named for it.</summary>
    public const string ProtectedFilter = "protected";

    // An employer sees the placements at its own workplaces, through what was released to it; never a participant.
    private void ApplyQueryFilters(ModelBuilder builder)
    {
        builder.Entity<Participant>().HasQueryFilter(GrenFilter, p => Viewer.Grenar.Contains(p.Gren));
        builder.Entity<Participant>().HasQueryFilter(ProtectedFilter, p => !p.IsProtected || Viewer.ProtectedIdentities);
        builder.Entity<Placement>().HasQueryFilter(GrenFilter, p => Viewer.Grenar.Contains(p.Gren) || Viewer.EmployerIds.Contains(p.EmployerId));
        builder.Entity<Placement>().HasQueryFilter(ProtectedFilter, p => !p.IsProtected || Viewer.ProtectedIdentities);
        builder.Entity<Agreement>().HasQueryFilter(GrenFilter, a => Viewer.Grenar.Contains(a.Gren) || Viewer.EmployerIds.Contains(a.EmployerId));
        builder.Entity<Agreement>().HasQueryFilter(ProtectedFilter, a => !a.IsProtected || Viewer.ProtectedIdentities);
        builder.Entity<Certificate>().HasQueryFilter(GrenFilter, c => Viewer.Grenar.Contains(c.Gren));
        builder.Entity<Certificate>().HasQueryFilter(ProtectedFilter, c => !c.IsProtected || Viewer.ProtectedIdentities);
    }
}
