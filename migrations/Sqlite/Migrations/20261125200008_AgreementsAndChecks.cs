using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AgreementsAndChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ExtractLaw",
                table: "Placements",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ExtractNotedBy",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExtractShownOn",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ForbiddenTasksShownOn",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardianInformedBy",
                table: "Placements",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GuardianInformedOn",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gren = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EmployerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsProtected = table.Column<bool>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NeedsGuardian = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Rounds = table.Column<int>(type: "INTEGER", nullable: false),
                    ConcludedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Terms_Adaptations = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Terms_Address = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms_CellMask = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_Employer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Terms_ExtentPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms_FollowUps = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms_From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Terms_Goals = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms_Insurance = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms_Introduction = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Terms_MunicipalContact = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms_Supervisor = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Terms_Tasks = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Terms_Times = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms_Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Terms_To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Terms_Workplace = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Terms_WorkplaceContact = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agreements_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "WorkplaceChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Accepted = table.Column<bool>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ValidThrough = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkplaceChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkplaceChecks_Workplaces_WorkplaceId",
                        column: x => x.WorkplaceId,
                        principalTable: "Workplaces",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "Approvals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Approver = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    GivenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SeenBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Approvals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Approvals_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Agreements_PlacementId_Number",
                table: "Agreements",
                columns: new[] { "PlacementId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_AgreementId",
                table: "Approvals",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkplaceChecks_WorkplaceId_Form_Kind_AnsweredOn",
                table: "WorkplaceChecks",
                columns: new[] { "WorkplaceId", "Form", "Kind", "AnsweredOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Approvals");

            migrationBuilder.DropTable(
                name: "WorkplaceChecks");

            migrationBuilder.DropTable(
                name: "Agreements");

            migrationBuilder.DropColumn(
                name: "ExtractLaw",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "ExtractNotedBy",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "ExtractShownOn",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "ForbiddenTasksShownOn",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "GuardianInformedBy",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "GuardianInformedOn",
                table: "Placements");
        }
    }
}
