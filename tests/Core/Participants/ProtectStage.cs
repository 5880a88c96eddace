using EnVagUt.Core.Cases.Lives;
using EnVagUt.Core.Ground.Access;
using EnVagUt.Tests.Common;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

/// <summary>Somebody is hidden, and the protection is lifted by two of the named.</summary>
internal static class ProtectStage
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task ProtectAsync(this CoreTest t, Guid participantId)
    {
        await t.AsAsync(Role.Coordinator);
        await t.Get<ProtectService>().ProtectAsync(participantId, Ct);
        t.NewScope();
    }

    public static async Task LiftAsync(this CoreTest t, Guid participantId, Verksamhetsgren gren = Verksamhetsgren.Arbetsmarknad)
    {
        await t.AsAsync(Role.Coordinator, gren, named: true);
        await t.Get<ProtectService>().AskLiftAsync(participantId, Ct);
        await t.AsAsync(Role.Consultant, gren, named: true);
        await t.Get<ProtectService>().LiftAsync(participantId, Ct);
    }
}
