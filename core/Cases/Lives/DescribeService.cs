using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Parties.Participants;
using Microsoft.EntityFrameworkCore;

namespace EnVagUt.Core.Cases.Lives;

/// <summary>What a gren knows of a participant is corrected; what its cases have copied of it follows in the same save.</summary>
public sealed class DescribeService(AppDb db, Viewer viewer, TimeProvider clock, HomeMunicipalities homes)
{
    public async Task DescribeAsync(Guid id, Guid version, PersonDetails who, ParticipantDetails details, CancellationToken ct)
    {
        var (participant, stamp) = await db.ParticipantAsync(id, viewer, clock, ct);
        participant.EnsureVersion(version);
        RuleBreachException.When(!homes.Knows(who.HomeMunicipality), Rule.HomeMunicipalityUnknown, nameof(who.HomeMunicipality));
        participant.Person.EnsureBornOn(who.BirthDate, nameof(who.BirthDate));
        var (born, sex) = (participant.BirthDate, participant.Sex);
        participant.Describe(who, details, stamp);
        if (participant.BirthDate != born || participant.Sex != sex)
            await FollowAsync(participant, ct);
        await ParticipantService.IndexAsync(db, participant, ct);
        await db.SaveChangesAsync(ct);
    }

    // Sex is counted, and whoever is under age weighs more on a supervisor.
    private async Task FollowAsync(Participant participant, CancellationToken ct)
    {
        var placements = await db.Placements.Where(p => p.ParticipantId == participant.Id).ToListAsync(ct);
        placements.ForEach(p => p.Follow(participant));
        var ids = placements.ConvertAll(p => p.Id);
        foreach (var claim in await db.Claims.Where(c => ids.Contains(c.PlacementId)).ToListAsync(ct))
            claim.Follow(participant);
    }
}
