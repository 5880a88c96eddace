using EnVagUt.Core.Ground.Data;

namespace EnVagUt.Core.Post.Mail;

/// <summary>Writes letters from content/mail into the outbox, as part of the caller's save.</summary>
public sealed class Letters(AppDb db, LetterTemplates templates)
{
    /// <param name="template">File name in content/mail without .md.</param>
    /// <param name="key">What makes the letter one and the same: «platsanmalan-mottagen/{offer}».</param>
    /// <param name="values">A value for each {{name}} in the template; a missing or unknown one throws.</param>
    public OutgoingMail Write(string template, string key, string to, DateTime now, IReadOnlyDictionary<string, string> values,
        Guid? caseId = null, Guid? documentId = null)
    {
        var letter = templates.Render(template, values);
        var mail = new OutgoingMail(key, template, to, letter.Subject, letter.Text, letter.Html, now, caseId, documentId);
        db.Mail.Add(mail);
        return mail;
    }

    /// <param name="values">More than the template needs: it takes those that it names.</param>
    public OutgoingMail WriteUsing(string template, string key, string to, DateTime now, IReadOnlyDictionary<string, string> values, Guid? caseId = null)
    {
        var names = templates.NamesOf(template);
        return Write(template, key, to, now, values.Where(v => names.Contains(v.Key)).ToDictionary(), caseId);
    }
}
