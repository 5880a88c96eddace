using System.Buffers;
using System.Text;
using System.Xml;

namespace EnVagUt.Core.Ground.Data;

/// <summary>Text that every reader and writer can take, whatever somebody pasted.</summary>
public static class CleanText
{
    /// <summary>
    /// What XML cannot hold is a space: control characters except tab and line ends, halves of surrogate pairs, U+FFFE and
    /// U+FFFF. Normalising throws for some of them too.
    /// </summary>
    public static string Of(string text)
    {
        StringBuilder? clean = null;
        for (int at = 0, length; at < text.Length; at += length)
        {
            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length) == OperationStatus.Done;
            if (isWhole && (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)))
                clean?.Append(text, at, length);
            else
                (clean ??= new StringBuilder(text, 0, at, text.Length)).Append(' ');
        }
        return clean?.ToString() ?? text;
    }
}
