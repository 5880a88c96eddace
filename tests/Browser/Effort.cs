namespace EnVagUt.Tests.Browser;

/// <summary>What a way through the portal asks of somebody: clicks on links, buttons and choices, and questions answered.</summary>
public sealed class Effort
{
    public int Clicks { get; set; }
    public int Answers { get; set; }

    public override string ToString() => $"{Clicks} clicks, {Answers} answers";
}
