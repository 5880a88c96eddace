namespace EnVagUt.Core.Law.Forms;

/// <summary>
/// What a form is called in a sentence that the workplace, the participant or somebody else outside reads about one person's
/// time. A form whose name tells of health, support or a plan with socialtjänsten is called praktik, as on its certificate.
/// </summary>
/// <param name="Name">«överenskommelsen om prao».</param>
/// <param name="Definite">«praon börjar».</param>
/// <param name="Yours">«din prao börjar».</param>
public sealed record FormNoun(string Name, string Definite, string Yours)
{
    public static readonly FormNoun Praktik = new("praktik", "praktiken", "din praktik");
}
