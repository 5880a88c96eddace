using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EnVagUt.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Papers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "FirstDay_Clothes",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_Entrance",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_GettingThere",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_SickCallName",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 80,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FirstDay_SickCallPhone",
                table: "Workplaces",
                type: "TEXT",
                maxLength: 30,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ContinuesId",
                table: "Placements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "VoidedAt",
                table: "Agreements",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ApprovalLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AgreementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Approver = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AgreementVersion = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApprovalLinks_Agreements_AgreementId",
                        column: x => x.AgreementId,
                        principalTable: "Agreements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PlacementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gren = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsProtected = table.Column<bool>(type: "INTEGER", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_City = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Employer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_ExtentPercent = table.Column<int>(type: "INTEGER", nullable: false),
                    Text_From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text_PersonName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Tasks = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Text_Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text_What = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Text_Words = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: true),
                    Text_Workplace = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Certificates_Placements_PlacementId",
                        column: x => x.PlacementId,
                        principalTable: "Placements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Placements_ContinuesId",
                table: "Placements",
                column: "ContinuesId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_AgreementId",
                table: "ApprovalLinks",
                column: "AgreementId");

            migrationBuilder.CreateIndex(
                name: "IX_ApprovalLinks_Hash",
                table: "ApprovalLinks",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_PlacementId_IssuedAt",
                table: "Certificates",
                columns: new[] { "PlacementId", "IssuedAt" });

            migrationBuilder.AddForeignKey(
                name: "FK_Placements_Placements_ContinuesId",
                table: "Placements",
                column: "ContinuesId",
                principalTable: "Placements",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Placements_Placements_ContinuesId",
                table: "Placements");

            migrationBuilder.DropTable(
                name: "ApprovalLinks");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropIndex(
                name: "IX_Placements_ContinuesId",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "FirstDay_Clothes",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_Entrance",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_GettingThere",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_SickCallName",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "FirstDay_SickCallPhone",
                table: "Workplaces");

            migrationBuilder.DropColumn(
                name: "ContinuesId",
                table: "Placements");

            migrationBuilder.DropColumn(
                name: "VoidedAt",
                table: "Agreements");
        }
    }
}
