using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Law.Rulebook;
using EnVagUt.Core.Parties.Employers;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Declarations;

/// <summary>The employer declares in the portal; AME notes one that came on paper.</summary>
public sealed class EmployerDeclarationService(AppDb db, Viewer viewer, TimeProvider clock, RulebookService rulebook, ContentFolder content)
{
    /// <summary>What is declared, line by line, as content/texts/forsakran.md says today.</summary>
    public IReadOnlyList<string> Statements() =>
        [.. content.ReadText("texts/forsakran.md").Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Trim())];

    /// <param name="confirmed">That all of the statements hold.</param>
    public async Task DeclareAsync(Guid employerId, bool confirmed, CancellationToken ct)
    {
        if (!viewer.EmployersAs(Role.EmployerAdmin).Contains(employerId))
            throw new NotFoundException("Employer");
        var stamp = viewer.Stamp(clock);
        var name = await db.Users.Where(u => u.Id == stamp.UserId).Select(u => u.DisplayName).SingleAsync(ct);
        db.EmployerDeclarations.Add(EmployerDeclaration.InPortal(employerId, confirmed, string.Join('\n', Statements()), name, await MonthsAsync(stamp.Today, ct), stamp));
        await db.SaveChangesAsync(ct);
    }

    /// <param name="on">The day that stands on the paper.</param>
    public async Task NoteOnPaperAsync(Guid employerId, DateOnly on, string by, CancellationToken ct)
    {
        if (!viewer.IsAny(EmployerService.Staff) || !await db.Employers.AnyAsync(e => e.Id == employerId, ct))
            throw new NotFoundException("Employer");
        db.EmployerDeclarations.Add(EmployerDeclaration.OnPaper(employerId, on, by, await MonthsAsync(on, ct), viewer.Stamp(clock)));
        await db.SaveChangesAsync(ct);
    }

    private async Task<int> MonthsAsync(DateOnly day, CancellationToken ct) => (await rulebook.OnAsync(day, ct)).Number(Limit.DeclarationMonths);
}
