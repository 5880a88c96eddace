namespace EnVagUt.Core.Ground.Access;

/// <summary>A row of one verksamhetsgren: only those who work in it read it (OSL 2009:400 8 kap. 2 §).</summary>
public interface IOfGren
{
    Verksamhetsgren Gren { get; }
}

/// <summary>A row of one gren that the employer it concerns reads too, as far as it was released.</summary>
public interface ISharedWithEmployer : IOfGren
{
    Guid EmployerId { get; }
}

/// <summary>A row about somebody who may have protected identity: then only staff who are named for it in the gren read it.</summary>
public interface IProtectable : IOfGren
{
    bool IsProtected { get; }
}
