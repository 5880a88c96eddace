
namespace EnVagUt.Core.Ground.Portal;

/// <summary>
/// The portal's own address, for links in letters. It comes from the setting Portal:Address or from what the server
/// listens on, never from a request: the Host header is the visitor's to write.
/// </summary>
public sealed class PortalAddress(Func<string> root)
{
    /// <param name="path">From the root: «/konto/bekrafta».</param>
    public string Link(string path) => root().TrimEnd('/') + path;
}
