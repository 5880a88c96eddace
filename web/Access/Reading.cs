using EnVagUt.Core.Ground.Access;
using EnVagUt.Core.Ground.Data;

namespace EnVagUt.Web.Access;

/// <summary>What the pages of a person's case are read with: the database, whose eyes, the log of who looked, and the day.</summary>
public sealed record Reading(AppDb Db, Viewer Viewer, ReadLog Log, TimeProvider Clock);
