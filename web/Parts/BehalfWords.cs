using EnVagUt.Core.Ground.Entities;
using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;

namespace EnVagUt.Web.Parts;

/// <summary>« (telefon, Kim Kontakt)» after what was done on somebody's behalf; nothing after the rest.</summary>
internal static class BehalfWords
{
    public static string For(BehalfChannel? channel, string? saidBy) =>
        channel is { } how ? $" ({how.Label().ToLower(SwedishTime.Culture)}, {saidBy})" : "";
}
