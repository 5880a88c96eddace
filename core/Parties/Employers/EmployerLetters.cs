using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Portal;
using EnVagUt.Core.Post.Mail;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Parties.Employers;

/// <summary>Letters about a registration: to AME's inbox when it comes, to the employer when it is answered.</summary>
public sealed class EmployerLetters(AppDb db, Letters letters, PortalAddress portal, Municipality municipality)
{
    public void Registered(Employer employer, Stamp stamp)
    {
        if (municipality.AmeEmail.Length > 0)
            letters.Write("registrering-inkommen", $"registrering-inkommen/{employer.Id:N}", municipality.AmeEmail, stamp.At,
                new Dictionary<string, string> { ["arbetsgivare"] = employer.Name, ["lank"] = portal.Link($"/foretag/{employer.Id}") }, employer.Id);
    }

    /// <summary>To everybody who speaks for the employer; to its first contact when nobody has an account.</summary>
    public async Task DecidedAsync(Employer employer, Stamp stamp, CancellationToken ct)
    {
        var approved = employer.Status == EmployerStatus.Approved;
        var values = new Dictionary<string, string> { ["arbetsgivare"] = employer.Name };
        if (approved)
            values["lank"] = portal.Link("/arbetsgivare/oversikt");
        else
            values["orsak"] = employer.RejectedBecause ?? "";
        var template = approved ? "registrering-godkand" : "registrering-nekad";
        // The version is in the key: a registration that was refused may be approved later, and told so.
        foreach (var to in await ReceiversAsync(employer, ct))
            letters.Write(template, $"{template}/{employer.Version:N}/{to.Key}", to.Email, stamp.At, values, employer.Id);
    }

    private async Task<IReadOnlyList<(string Key, string Email)>> ReceiversAsync(Employer employer, CancellationToken ct)
    {
        var users = await db.RoleGrants.AsNoTracking()
            .Where(g => g.EmployerId == employer.Id && g.Role == Role.EmployerAdmin)
            .Join(db.Users.Where(u => u.DeactivatedAt == null && u.Email != null), g => g.UserId, u => u.Id, (g, u) => new { u.Id, u.Email })
            .ToListAsync(ct);
        return users.Count > 0
            ? [.. users.DistinctBy(u => u.Id).Select(u => (u.Id.ToString("N"), u.Email!))]
            : [.. employer.Workplaces.Take(1).Select(w => (w.Id.ToString("N"), w.ContactEmail))];
    }
}
