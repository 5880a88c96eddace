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
    // The heading of what only those affirm that can go bankrupt.
    private const string OnlyPrivate = "# Inte offentliga arbetsgivare";

    /// <summary>What is declared, line by line, as content/texts/forsakran.md says today.</summary>
    /// <param name="isPublic">See <see cref="Sectors.IsPublic"/>.</param>
    public IReadOnlyList<string> Statements(bool isPublic) =>
        [.. content.ReadText("texts/forsakran.md").Split('\n').TakeWhile(l => !isPublic || l.TrimEnd() != OnlyPrivate)
            .Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l[2..].Trim())];

    /// <param name="confirmed">That all of the statements hold.</param>
    public async Task DeclareAsync(Guid employerId, bool confirmed, CancellationToken ct)
    {
        if (!viewer.EmployersAs(Role.EmployerAdmin).Contains(employerId))
            throw new NotFoundException("Employer");
        var stamp = viewer.Stamp(clock);
        var name = await db.Users.Where(u => u.Id == stamp.UserId).Select(u => u.DisplayName).SingleAsync(ct);
        var sector = await db.Employers.Where(e => e.Id == employerId).Select(e => e.Sector).SingleAsync(ct);
        db.EmployerDeclarations.Add(EmployerDeclaration.InPortal(employerId, confirmed, string.Join('\n', Statements(sector.IsPublic())), name, await MonthsAsync(stamp.Today, ct), stamp));
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
