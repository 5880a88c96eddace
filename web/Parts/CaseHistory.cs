using EnVagUt.Core.Desk.History;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Time;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Web.Parts;

/// <param name="Who">A name, or who the acting person speaks for when the reader need not know the name.</param>
public sealed record HistoryLine(DateTime At, string What, string Who)
{
    public string Clock => At.Clocked();
}

/// <summary>What has happened with an offer or an employer, the newest first; drawn by _History.cshtml.</summary>
internal static class CaseHistory
{
    private const int Most = 30;

    /// <summary>For staff: everybody by name.</summary>
    public static Task<List<HistoryLine>> ForStaffAsync(AppDb db, Guid subjectId, CancellationToken ct) =>
        ReadAsync(db, subjectId, null, "", ct);

    /// <summary>For the employer: its own people by name, AME as the unit that it is.</summary>
    public static Task<List<HistoryLine>> ForEmployerAsync(AppDb db, Guid subjectId, Guid employerId, string ameName, CancellationToken ct) =>
        ReadAsync(db, subjectId, employerId, ameName, ct);

    private static async Task<List<HistoryLine>> ReadAsync(AppDb db, Guid subjectId, Guid? employerId, string ameName, CancellationToken ct)
    {
        var lines = await (
            from h in db.History.AsNoTracking().Where(h => h.SubjectId == subjectId)
            from said in db.Behalves.Where(b => b.CaseId == h.SubjectId && b.Act == h.Verb && b.RecordedAt == h.At).Take(1).DefaultIfEmpty()
            orderby h.At descending, h.Seq descending
            select new
            {
                h.At,
                h.SubjectKind,
                h.Verb,
                Name = db.Users.Where(u => u.Id == h.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                Channel = (BehalfChannel?)said!.Channel,
                said!.SaidBy,
                IsOwn = employerId == null || db.RoleGrants.Any(g => g.UserId == h.UserId && g.EmployerId == employerId),
            }).Take(Most).ToListAsync(ct);
        return [.. lines.Select(l => new HistoryLine(l.At, HistoryWords.For(l.SubjectKind, l.Verb) + BehalfWords.For(l.Channel, l.SaidBy),
            l.Name is null ? "" : l.IsOwn ? l.Name : ameName))];
    }
}
