using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Post.Mail;

namespace EnVagUt.Core.Desk.ByHand;

/// <summary>«Ring/brev i dag»: letters whose receiver has no e-mail, or must get none. Somebody calls or posts them (docs/vardag.md, By hand).</summary>
public static class ByHandLetters
{
    /// <summary>Days for which a letter is still worth a call. After that it stays among the administrator's letters.</summary>
    public const int WorthDays = 30;

    /// <summary>Those that wait, of what the viewer may see.</summary>
    public static IQueryable<OutgoingMail> Waiting(AppDb db, Viewer viewer, DateTime now)
    {
        var since = now.AddDays(-WorthDays);
        return Seen(db, viewer).Where(m => m.State == MailState.NoAddress && m.CreatedAt >= since);
    }

    /// <summary>
    /// Letters about placements of the grenar in which the viewer meets persons, protected identity as in every other list,
    /// and about offers, employers, clauses and questions. What is about none of them (accounts, reports) is nobody's here.
    /// </summary>
    internal static IQueryable<OutgoingMail> Seen(AppDb db, Viewer viewer)
    {
        // Who works with employers only sees the letters that are about no person.
        var grenar = viewer.GrenarAs(Roles.CaseWorkers);
        var meetsEmployers = viewer.IsAny([.. Roles.CaseWorkers, Role.BusinessContact]);
        return db.Mail.Where(m =>
            db.Placements.Any(p => p.Id == m.CaseId && grenar.Contains(p.Gren) && (p.ParticipantId == null || db.Participants.Any(x => x.Id == p.ParticipantId)))
            || (meetsEmployers && (db.Offers.Any(o => o.Id == m.CaseId) || db.Employers.Any(e => e.Id == m.CaseId)
                || db.Clauses.Any(c => c.Id == m.CaseId) || db.Questions.Any(q => q.Id == m.CaseId))));
    }
}
