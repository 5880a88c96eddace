using EnVagUt.Core.Parties.Participants;
using Xunit;

namespace EnVagUt.Tests.Core.Participants;

public class QueuePriorityTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(17, Education.PreGymnasium, 0, "Grupp 1: 16–19 år. Går före inom gruppen: saknar gymnasieexamen.")]
    [InlineData(19, Education.Gymnasium, 1, "Grupp 1: 16–19 år.")]
    [InlineData(29, Education.PreGymnasium, 2, "Grupp 2: 20–29 år. Går före inom gruppen: saknar gymnasieexamen.")]
    [InlineData(20, Education.PostGymnasium, 3, "Grupp 2: 20–29 år.")]
    [InlineData(30, Education.PreGymnasium, 5, "Grupp 3: 30–65 år.")]
    [InlineData(66, Education.Gymnasium, 7, "Över 65 år: ingen av grupperna.")]
    public void The_place_in_the_queue_follows_age_band_and_exam(int age, Education education, int rank, string reason) =>
        Assert.Equal(new QueuePriority(rank, reason), QueuePriority.Of(Today.AddYears(-age), education, Today));
}
