using EnVagUt.Core.Parties.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace EnVagUt.Core.Desk.Questions;

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> b)
    {
        b.Property(q => q.Email).HasMaxLength(254);
        b.Property(q => q.Text).HasMaxLength(Question.LongestText);
        b.Property(q => q.AnswerText).HasMaxLength(-1);
        b.Property(q => q.SortKey).HasMaxLength(71);
        b.HasIndex(q => q.SortKey).IsUnique();
        b.HasOne<User>().WithMany().HasForeignKey(q => q.AnsweredById).OnDelete(DeleteBehavior.NoAction);
    }
}
