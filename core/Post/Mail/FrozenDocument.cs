using System.Security.Cryptography;
using EnVagUt.Core.Ground.Entities;

namespace EnVagUt.Core.Post.Mail;

/// <summary>A file as it was when it was made, with its hash: never changed, only added (docs/model.md, Files).</summary>
public sealed class FrozenDocument : Entity
{
    private FrozenDocument() { }

    public FrozenDocument(string fileName, string contentType, byte[] bytes, DateTime createdAt)
    {
        FileName = fileName;
        ContentType = contentType;
        Bytes = bytes;
        Sha256 = Hash(bytes);
        CreatedAt = createdAt;
    }

    public string FileName { get; private set; } = "";
    public string ContentType { get; private set; } = "";
    public byte[] Bytes { get; private set; } = [];

    /// <summary>64 small hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";

    public DateTime CreatedAt { get; private set; }

    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
