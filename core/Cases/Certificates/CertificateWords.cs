using EnVagUt.Core.Ground.Rules;
using EnVagUt.Core.Ground.Time;
using EnVagUt.Core.Law.Forms;
using System.Diagnostics;

namespace EnVagUt.Core.Cases.Certificates;

/// <summary>What a certificate calls the time at the workplace.</summary>
public static class CertificateWords
{
    /// <summary>
    /// «språkträning». A form whose name tells of health, support or a plan with socialtjänsten is called praktik: the
    /// paper is shown to employers for years.
    /// </summary>
    public static string Of(Form form) => form switch
    {
        Form.Praktik or Form.Arbetstraning or Form.EgenRegi or Form.AnpassatArbete or Form.Aktivitet or Form.AfPraktik => "praktik",
        Form.Spraktraning => "språkträning",
        Form.AplGymnasium or Form.AplKomvux or Form.Lia or Form.Larling => "arbetsplatsförlagt lärande",
        Form.Employment => "anställning",
        Form.Prao => "prao",
        Form.Feriejobb => "feriejobb",
        // A new form gets its word here before any certificate of it is printed; its label might tell.
        _ => throw new UnreachableException($"{form} has no word for certificates"),
    };
}
