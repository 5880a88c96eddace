using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.SqlServer.Migrations
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
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ExtractNotedBy",
                table: "Placements",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ExtractShownOn",
                table: "Placements",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ForbiddenTasksShownOn",
                table: "Placements",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GuardianInformedBy",
                table: "Placements",
                type: "nvarchar(80)",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "GuardianInformedOn",
                table: "Placements",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PlacementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Gren = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EmployerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsProtected = table.Column<bool>(type: "bit", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Change = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: false),
                    NeedsGuardian = table.Column<bool>(type: "bit", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SentAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Rounds = table.Column<int>(type: "int", nullable: false),
                    ConcludedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Terms_Adaptations = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Terms_Address = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Terms_CellMask = table.Column<int>(type: "int", nullable: false),
                    Terms_Employer = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Terms_ExtentPercent = table.Column<int>(type: "int", nullable: false),
                    Terms_FollowUps = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Terms_From = table.Column<DateOnly>(type: "date", nullable: false),
                    Terms_Goals = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Terms_Insurance = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Terms_Introduction = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Terms_MunicipalContact = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Terms_Supervisor = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Terms_Tasks = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Terms_Times = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Terms_Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Terms_To = table.Column<DateOnly>(type: "date", nullable: true),
                    Terms_Workplace = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Terms_WorkplaceContact = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    WorkplaceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Form = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Accepted = table.Column<bool>(type: "bit", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ValidThrough = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AgreementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Approver = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Way = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    GivenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SeenBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "datetime2", nullable: true)
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
